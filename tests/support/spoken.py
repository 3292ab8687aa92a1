"""What a screen reader is given of a part of a page: names and roles, in the order of reading."""

from typing import Any

from playwright.sync_api import Page

# Read as what they are; other elements only pass their words on.
TOLD = {
    "heading", "link", "button", "group", "radio", "checkbox", "dialog", "status", "img", "image",
    "listbox", "combobox", "textbox", "Date", "doc-noteref", "doc-backlink", "doc-endnotes",
    "navigation", "form", "DisclosureTriangle", "list", "searchbox", "slider", "radiogroup",
}  # fmt: skip
# The parts of a field for a date are those of the engine.
SILENT_INSIDE = {
    "heading", "link", "button", "doc-noteref", "doc-backlink", "DisclosureTriangle", "Date",
}  # fmt: skip
WORDS = {
    "DisclosureTriangle": "unfolds", "doc-noteref": "note mark", "doc-backlink": "way back",
    "Date": "date",
}  # fmt: skip
# Their words are the name of a control, and read as that.
NAMING = {"LabelText", "Legend"}


def spoken(page: Page, selector: str) -> list[str]:
    """Return what is read of the first element that `selector` finds, a line for each stop."""
    session = page.context.new_cdp_session(page)
    handle = session.send(
        "Runtime.evaluate", {"expression": f"document.querySelector({selector!r})"}
    )
    session.send("DOM.getDocument")
    node = session.send("DOM.requestNode", {"objectId": handle["result"]["objectId"]})
    backend = session.send("DOM.describeNode", {"nodeId": node["nodeId"]})["node"]["backendNodeId"]
    nodes = session.send("Accessibility.getFullAXTree")["nodes"]
    by_id = {node["nodeId"]: node for node in nodes}
    root = next(node for node in nodes if node.get("backendDOMNodeId") == backend)
    session.detach()
    names = {_name(node) for node in nodes if node.get("role", {}).get("value") in TOLD}
    return _joined(_read(root, by_id, names))


def counted(page: Page, *roles: str) -> dict[str, int]:
    """Return how many of each role the whole tree holds."""
    session = page.context.new_cdp_session(page)
    nodes = session.send("Accessibility.getFullAXTree")["nodes"]
    session.detach()
    # Of several that fold one another, each is a triangle of a group.
    found = [node["role"]["value"].removesuffix("Grouped") for node in nodes if not node["ignored"]]
    return {role: found.count(role) for role in roles}


def _name(node: dict[str, Any]) -> str:
    return " ".join(node.get("name", {}).get("value", "").split())


def _read(node: dict[str, Any], by_id: dict[str, Any], names: set[str]) -> list[str]:
    role = node.get("role", {}).get("value", "")
    name = _name(node)
    if node["ignored"]:
        role = ""
    if role in {"StaticText", "InlineTextBox"}:
        return [name] if role == "StaticText" and name else []
    lines = [f"[{WORDS.get(role, role)}] {name}".strip()] if role in TOLD and name else []
    if lines and role in SILENT_INSIDE:
        return lines
    for child in node.get("childIds", ()):
        if child in by_id:
            lines += _read(by_id[child], by_id, names)
    return [line for line in lines if line not in names] if role in NAMING else lines


def _joined(lines: list[str]) -> list[str]:
    joined: list[str] = []
    for line in lines:
        if joined and not line.startswith("[") and not joined[-1].startswith("["):
            joined[-1] = f"{joined[-1]} {line}"
        else:
            joined.append(line)
    return joined
