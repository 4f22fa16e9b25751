"""LibreOffice told to accept or to reject every tracked change of a document, by a macro in a profile of its own."""

import subprocess
from pathlib import Path
from xml.sax.saxutils import escape

_LIBRARY = '<!DOCTYPE library:{0} PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "{1}.dtd">'
_MACRO = """
Sub Settle(source As String, target As String, command As String)
  Dim hidden(0) As New com.sun.star.beans.PropertyValue
  hidden(0).Name = "Hidden"
  hidden(0).Value = True
  Dim document As Object, dispatcher As Object
  document = StarDesktop.loadComponentFromURL(source, "_blank", 0, hidden())
  dispatcher = createUnoService("com.sun.star.frame.DispatchHelper")
  dispatcher.executeDispatch(document.CurrentController.Frame, command, "", 0, Array())
  Dim form(0) As New com.sun.star.beans.PropertyValue
  form(0).Name = "FilterName"
  form(0).Value = "MS Word 2007 XML"
  document.storeToURL(target, form())
  document.close(True)
End Sub
"""


def settle(source: Path, target: Path, command: str, folder: Path) -> None:
    """`source` with all changes accepted (AcceptAllTrackedChanges) or rejected (RejectAllTrackedChanges)."""
    profile = folder / "profile"
    call = f"macro:///Standard.Module1.Settle({source.as_uri()},{target.as_uri()},.uno:{command})"
    command_line = ["soffice", f"-env:UserInstallation={profile.as_uri()}", "--headless", "--norestore", call]
    for _ in range(3):  # the first start sets up the profile, and takes the macro out of it
        _put_macro(profile / "user" / "basic" / "Standard")
        subprocess.run(command_line, capture_output=True, check=False, timeout=300)
        if target.exists():
            return
    raise AssertionError(f"LibreOffice did not write {target.name}")


def _put_macro(library: Path) -> None:
    library.mkdir(parents=True, exist_ok=True)
    (library.parent / "script.xlc").write_text(
        '<?xml version="1.0" encoding="UTF-8"?>'
        + _LIBRARY.format("libraries", "libraries")
        + '<library:libraries xmlns:library="http://openoffice.org/2000/library" xmlns:xlink="http://www.w3.org/1999/xlink">'
        '<library:library library:name="Standard" xlink:href="$(USER)/basic/Standard/script.xlb/" xlink:type="simple"'
        ' library:link="false"/></library:libraries>',
        "utf-8",
    )
    (library / "script.xlb").write_text(
        '<?xml version="1.0" encoding="UTF-8"?>'
        + _LIBRARY.format("library", "library")
        + '<library:library xmlns:library="http://openoffice.org/2000/library" library:name="Standard"'
        ' library:readonly="false" library:passwordprotected="false"><library:element library:name="Module1"/>'
        "</library:library>",
        "utf-8",
    )
    (library / "Module1.xba").write_text(
        '<?xml version="1.0" encoding="UTF-8"?>'
        '<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">'
        '<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Module1"'
        f' script:language="StarBasic">{escape(_MACRO)}</script:module>',
        "utf-8",
    )
