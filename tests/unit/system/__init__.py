"""Tests of what touches the machine, in folders of their own."""
