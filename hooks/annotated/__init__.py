"""The core of an annotated reader: strings and mappings in, values and problems out.

The story of the data, from a file that somebody types to the page that somebody reads:

 1. read          `content.source_files` reads the text of every file of listed names.
 2. check safety  `safety.input_check` says which files must not be read any further.
 3. parse         `content.guide` makes entities, sources, notes, chapters and map of them.
 4. cross-check   `authoring.cross_checks` compares the files with each other.
 5. generate      `Build.generate` adds facts, lists and notes to the Markdown of each page.
 6. cite          `@key` becomes a placeholder: mkdocs-bibtex, in a check `evidence.citations`.
 7. Markdown      becomes HTML with the extensions that `mkdocs.yml` lists, and our own.
 8. sanitize      `safety.sanitizer` removes what no page may hold: from here HTML is safe.
 9. placeholders  `Build.link` puts in what was generated as HTML, and the references.
10. link          `linking.linker` links names to entities, then “¶12” and “note 43”.
11. collect       Every mention is kept, with its sentence, until all pages are linked.
12. fill          `Build.fill` puts mentions, counts and maps into each page.
13. template      The theme puts navigation, search and buttons round it.
14. cards         `site.page_footer` adds the cards of terms, and tells where those of others are.
15. policy        `safety.content_security_policy` lists the scripts that may run.

`site.check` takes steps 1 to 12 for every page. In a build MkDocs calls `mkdocs_host.session`,
whose events take the same steps in the same order, and adds 13 to 15. Only step 6 and the links
between pages in step 7 are carried out by another program there, with the same result.

Packages import only from lower levels; each says its level.
"""
