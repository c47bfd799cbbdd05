// What a cell says in a few words where JSON has an object:
//   grades' when   points >= 90 and majorFailed <= 0 and facts[target] in (AAA, AAAA) or sections[*] >= 60
//   applies        product in (veg, herb) and altitude < 3000 and target = AAA
//   of             mean(s1, s2, s3) needed 2 within >= 0.01
//   evidence       photos 1; noteWhenFailed
// ≥ ≤ and Chinese commas and brackets are taken too. Names are not checked here: the loader knows them.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "shared/base/json.h"

namespace plumb::checklist {

// A value, or why there is none.
struct CellValue {
    json::value value;
    std::string problem;  // "" where it is good

    [[nodiscard]] bool good() const { return problem.empty(); }
};

CellValue parseWhen(std::string_view text);
CellValue parseApplies(std::string_view text);
CellValue parseMeasure(std::string_view text);
CellValue parseEvidence(std::string_view text);

// The words for a value; something that does not give the value back where words cannot say it.
std::string whenText(const json::value& value);
std::string appliesText(const json::value& value);
std::string measureText(const json::value& value);
std::string evidenceText(const json::value& value);

// A number, a text in quotation marks, or else a text as it stands: "0.010" stays a text, since it is not the shortest
// form of its number.
json::value scalarOf(std::string_view text);
std::string scalarText(const json::value& value);

}  // namespace plumb::checklist
