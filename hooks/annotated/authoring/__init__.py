"""The commands of an editor (check, fix, new, schemas) and the checks behind them: level 5."""
