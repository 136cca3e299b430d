"""How the search goes, from all that was read."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from pipeline.campaign import Campaign, campaign, each_once
from pipeline.campaign.fields import FieldRecord, field_records
from pipeline.day.world import World
from pipeline.rules.agenda import Standing


def campaign_of(
    world: World, standings: Mapping[int, Standing] | None = None, fields: Sequence[FieldRecord] = ()
) -> Campaign:
    """Work out the campaign of a day; `standings`, and `fields` as on their sheet, spare working them out again."""
    return campaign(
        world.contacts,
        world.events,
        world.settings,
        world.intervals,
        world.workdays,
        world.today,
        standings,
        world.fields,
        world.applications,
        fields,
    )


def fields_on_sheet(world: World, standings: Mapping[int, Standing]) -> tuple[FieldRecord, ...]:
    """Work out what the Fields sheet shows; nothing where the workbook has none. While there are only examples, theirs."""
    if world.fields is None:
        return ()
    live = each_once([c for c in world.contacts if not c.is_sample]) or each_once(world.contacts)
    facts = {c.row: standings[c.row].facts for c in live}
    return field_records(live, facts, world.fields, world.settings.act_from)
