// What every test includes, precompiled.
#pragma once

#include <catch2/catch.hpp>

#include "tools/cmake/precompiled/room.h"
