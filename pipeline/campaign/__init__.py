"""The campaign: counts, rates and coaching from the user's own record (R17-R21, R24); no sheet is read or written here (sheets). Pure."""

from pipeline.campaign.search import Campaign, campaign, each_once
from pipeline.campaign.words import as_json, as_lines

__all__ = ["Campaign", "as_json", "as_lines", "campaign", "each_once"]
