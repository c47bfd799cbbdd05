// The characters of a text of UTF-8, one after another: for what looks at a text as people read it. Of a text that is
// damaged every stray byte is a character by itself, so that a walk always ends and leaves nothing out. Pure; any
// thread.
#pragma once

#include <cstddef>
#include <string_view>

namespace plumb {

struct Character {
    char32_t code = 0;     // 0 for a stray byte (and for NUL, which no record holds)
    std::size_t size = 1;  // bytes
};

// The one that begins at `at`, which is within the text.
Character characterAt(std::string_view text, std::size_t at);

// As most input methods have a second form of it: full width (U+FF01…FF5E) as ASCII, the ideographic space as a space.
char32_t halfWidth(char32_t code);

// A space, a tab or the end of a line, of ASCII.
bool isAsciiSpace(char32_t code);
// Looks like a space and is another character.
bool isOtherSpace(char32_t code);
// Sets the direction of what follows.
bool isDirection(char32_t code);
// Takes no room at all. Not the joiners (U+200C, U+200D), which some scripts write with.
bool isInvisible(char32_t code);

}  // namespace plumb
