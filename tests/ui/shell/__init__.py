"""The window itself and what it holds, by keyboard."""
