// Panels of experts that score acceptances, by the rule that programmes state: one that is over, one that still waits.
#pragma once

#include "shared/records/panel/rule.h"
#include "tools/province/world.h"

namespace plumb::province {

// The rule of every programme of the sample: invented, like the sites.
records::PanelRule panelRule();
void planPanels(World& world);

}  // namespace plumb::province
