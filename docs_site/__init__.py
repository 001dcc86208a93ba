"""The documentation site: `make docs` and `make reference`, run as `python -m docs_site`.

Modules import downwards only:

    __main__                the commands
    build, reference        the site; the generated pages of docs/reference/
    sources                 docs/ and the pages of the repository's root, as the site has them
    plain_text, links       the Markdown of each page and llms.txt; the checks of the built site
    navigation              the pages of mkdocs.yml
"""
