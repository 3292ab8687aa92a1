"""Places, events, terms, people, groups and the dates of EDTF: level 1."""
