"""One build of the site, without the generator: pages, cards, addresses: level 7."""
