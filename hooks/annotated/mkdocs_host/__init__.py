"""MkDocs, its theme and its plugins: level 8, the only package that knows them."""
