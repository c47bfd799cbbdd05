// How the deployment begins: the root invites the administrator, she publishes programmes, checklists and sites and
// invites everybody else; and what changes among people in the course of the year.
#pragma once

#include "tools/province/world.h"

namespace plumb::province {

// At the first moment of the timeline; later changes are planned.
void found(World& world);

// As the year ends: an invitation for one more device of this member, which nobody has claimed; its URI. It ends in ten
// years, since nothing of value is behind it.
std::string inviteAgain(World& world, const Member& member);

}  // namespace plumb::province
