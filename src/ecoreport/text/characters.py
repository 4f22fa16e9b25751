"""Characters that cannot be seen, or that no file can hold."""


def all_plain(text: str) -> bool:
    """Whether every character shows, but for line feeds: then there is no other control and nothing hidden in it.

    A quick look before a search for them; a tab or a blank other than the common one is not plain, and no fault.
    """
    return text.replace("\n", "").isprintable()
