"""A tree of codes as tiles: a column for each level, each tile as high as its part of the whole."""

from dataclasses import dataclass

from disclosures.pages.charts.shapes import Tile, Tree
from disclosures.pages.charts.svg.lengths import lines_of, pc, px, width_of

SIZE, LEADING, INSET = 12, 16, 6  # px: of the letters, from line to line, from the edge
NARROWEST = 320  # px: the width that texts must fit into
GAP = 1  # px of paper between tiles
DEEPEST = 3  # tints of a colour that can be told apart


@dataclass(frozen=True)
class Placed:
    """A tile with its place; `shade` counts the levels of codes, `lines` are what it has room for of its words."""

    tile: Tile
    x: str
    y: str
    width: str
    height: str
    shade: int
    lines: tuple[tuple[str, str], ...]


def tiles_of(tree: Tree, height: int) -> tuple[Placed, ...]:
    """All tiles, parents before children, in `height` pixels and the whole width."""
    return tuple(_Placing(tree, height).placed())


class _Placing:
    """Parts are measured by what stands at the ends of the branches, as plotly measures them."""

    def __init__(self, tree: Tree, height: int):
        self.height = height
        self.children: dict[str, list[Tile]] = {}
        for tile in tree.tiles:
            self.children.setdefault(tile.parent, []).append(tile)
        keys = {tile.key for tile in tree.tiles}
        self.roots = [tile for tile in tree.tiles if tile.parent not in keys]
        self.has_total = not self.roots[0].series
        self.columns = max(map(self.depth_below, self.roots))

    def depth_below(self, tile: Tile) -> int:
        return 1 + max((self.depth_below(child) for child in self.children.get(tile.key, ())), default=0)

    def value(self, tile: Tile) -> float:
        below = self.children.get(tile.key)
        return sum(map(self.value, below)) if below else float(tile.value)

    def placed(self):
        whole = sum(map(self.value, self.roots))
        yield from self.column(self.roots, 0, 0.0, self.height / whole)

    def column(self, tiles: list[Tile], depth: int, top: float, scale: float):
        for tile in tiles:
            height = self.value(tile) * scale
            yield self.place(tile, depth, top, height)
            yield from self.column(self.children.get(tile.key, []), depth + 1, top, scale)
            top += height

    def place(self, tile: Tile, depth: int, top: float, height: float) -> Placed:
        return Placed(
            tile=tile,
            x=pc(depth, self.columns),
            y=px(top),
            width=pc(1, self.columns),
            height=px(max(height - GAP, 0.5)),
            shade=min(depth + (0 if self.has_total else 1), DEEPEST),
            lines=self.words(tile, height),
        )

    def words(self, tile: Tile, height: float) -> tuple[tuple[str, str], ...]:
        """The name, in as many lines as fit above the figure; the name alone where one line is all there is."""
        room = (NARROWEST / self.columns - 2 * INSET) / SIZE
        fitting = int((height - INSET) // LEADING)
        figure = [tile.text] if fitting > 1 and width_of(tile.text) <= room else []
        texts = [*lines_of(tile.title, room, fitting - len(figure)), *figure]
        return tuple((text, px(LEADING * line)) for line, text in enumerate(texts, start=1))
