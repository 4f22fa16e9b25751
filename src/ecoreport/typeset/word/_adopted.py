"""The charts of one document in another: what a removed paragraph shows must be there until it is accepted as gone."""

import io
import zipfile
from collections.abc import Iterator, Mapping

from lxml import etree

from ecoreport.typeset.word._charts import MEDIA_KIND
from ecoreport.typeset.word._markup import RELATIONSHIPS
from ecoreport.typeset.word._package import MEDIA, RELATIONS, TYPES

Element = etree._Element  # noqa: SLF001 - lxml has no public name for it
_RELATION = f"{RELATIONSHIPS}/chart"
_CHART = "{http://schemas.openxmlformats.org/drawingml/2006/chart}chart"
_ID = f"{{{RELATIONSHIPS}}}id"


def written(root: Element) -> bytes:
    """A part's XML as bytes."""
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def charts_in(element: Element) -> tuple[str, ...]:
    """The relations of the charts that are drawn in it."""
    return tuple(chart.get(_ID, "") for chart in element.iter(_CHART))


def adopt(main: Element, old: bytes, new: bytes) -> Mapping[str, bytes]:
    """The parts of `new` with the charts of `old` that it lacks; those in `main`, the old text, are told of it.

    A chart that both have is one: the old text then refers to the new document's.
    """
    with zipfile.ZipFile(io.BytesIO(old)) as before, zipfile.ZipFile(io.BytesIO(new)) as after:
        relations, types = (etree.fromstring(after.read(name)) for name in (RELATIONS, TYPES))
        theirs = {after.read(target): id_ for id_, target in _charts(relations)}
        ours = dict(_charts(etree.fromstring(before.read(RELATIONS))))
        parts: dict[str, bytes] = {}
        for chart in main.iter(_CHART):
            data = before.read(ours[chart.get(_ID, "")])
            if data not in theirs:
                name = f"word/charts/old{len(parts) + 1}.xml"
                parts[name], theirs[data] = data, _related(relations, types, name)
            chart.set(_ID, theirs[data])
    if not parts:
        return {}
    return parts | {name: written(root) for name, root in ((RELATIONS, relations), (TYPES, types))}


def _charts(relations: Element) -> Iterator[tuple[str, str]]:
    """The id of each relation to a chart, and the part that it leads to."""
    for one in relations:
        if one.get("Type") == _RELATION:
            yield one.get("Id", ""), f"word/{one.get('Target')}"


def _related(relations: Element, types: Element, name: str) -> str:
    id_ = f"rOld{len(relations) + 1}"
    target = name.removeprefix("word/")
    relation = {"Id": id_, "Type": _RELATION, "Target": target}
    etree.SubElement(relations, etree.QName(relations[0].tag), relation)
    override = {"PartName": f"/{name}", "ContentType": f"{MEDIA}{MEDIA_KIND}+xml"}
    etree.SubElement(types, etree.QName(types, "Override"), override)
    return id_
