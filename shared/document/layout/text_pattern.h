// A text of a layout: literal text with places, `{site.name}`, that data fills, `{reason|none}` saying what stands
// where there is nothing, `{{` a brace; `[b]…[/b]` is bold, `[m]` of one width, `[g]` grey. Marks are read before data
// comes in: what a record says is printed, never obeyed.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "shared/base/json.h"
#include "shared/document/typeset/paper.h"

namespace plumb::document {

// The data that a place sees: innermost first, so that a row's own facts hide the paper's.
struct Scope {
    const json::object* data;
    const Scope* outer = nullptr;
    const json::object* words = nullptr;  // of the layout, at the outermost: {"kind":{"patrol":"日常巡查"}}

    // By a path of names with dots; null where there is none.
    [[nodiscard]] const json::value* find(std::string_view path) const;
    // Whether there is something: no null, no "", no false, no empty list.
    [[nodiscard]] bool says(std::string_view path) const;
    // A code has the layout's word for it, where the layout has one: by the last name of the path.
    [[nodiscard]] std::string text(std::string_view path) const;
};

// What is printed where nothing is.
inline constexpr std::string_view kNothing = "／";

class TextPattern {
  public:
    // Malformed "bad_layout": a place or a mark that does not end.
    static Result<TextPattern> read(std::string_view text);

    [[nodiscard]] Text fill(const Scope& scope) const;

  private:
    struct Piece {
        Run manner;        // its text: what stands as it is
        std::string path;  // or the place
        std::string otherwise{kNothing};
    };
    std::vector<Piece> m_pieces;
};

// REQUIRES: the pattern was read before without a fault.
Text fillPattern(std::string_view pattern, const Scope& scope);

}  // namespace plumb::document
