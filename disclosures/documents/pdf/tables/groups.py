"""Things numbered from 0 that are put together into groups, each known by the smallest number in it."""


class Groups:
    """At first everything is a group of its own."""

    def __init__(self, count: int):
        self._leaders = list(range(count))

    def __len__(self) -> int:
        return len(self._leaders)

    def leader(self, number: int) -> int:
        """The smallest number of the group."""
        leaders = self._leaders
        while leaders[number] != number:
            leaders[number] = leaders[leaders[number]]
            number = leaders[number]
        return number

    def join(self, one: int, other: int) -> None:
        """Make the groups of the two one."""
        one, other = self.leader(one), self.leader(other)
        self._leaders[max(one, other)] = min(one, other)

    def leaders(self) -> list[int]:
        """The leader of each."""
        return [self.leader(number) for number in range(len(self))]
