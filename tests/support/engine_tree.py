"""What Firefox tells its own parts alone: its console, and its tree for screen readers."""

SILENCE = "Services.console.reset();"
CONSOLE = """
return Services.console.getMessageArray()
  .filter((told) => told instanceof Ci.nsIScriptError && told.sourceName.startsWith("file:"))
  .map((told) => `${told.sourceName}: ${told.errorMessage}`);
"""
# The names of what has one of these roles. Asked for once, the tree begins to be built.
TREE = """
const service = Cc["@mozilla.org/accessibilityService;1"].getService(Ci.nsIAccessibilityService);
const found = Object.fromEntries([...arguments].map((role) => [role, []]));
const visit = (accessible) => {
  const role = service.getStringRole(accessible.role);
  if (role in found) found[role].push(accessible.name ?? "");
  for (let child = accessible.firstChild; child; child = child.nextSibling) visit(child);
};
const page = service.getAccessibleFor(gBrowser.selectedBrowser);
if (page && arguments[0] !== "ready") visit(page);
return found;
"""
# What Chromium calls otherwise.
OF_CHROMIUM = {"DisclosureTriangle": "summary", "DisclosureTriangleGrouped": "summary"}
