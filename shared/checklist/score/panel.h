// Several people's answers to one checklist: their scores as one (mean, with or without the extremes, with an alert
// where they lie too far apart), and side by side (self-assessment, first check, final). Pure.
#pragma once

#include <string>
#include <vector>

#include "shared/base/result.h"
#include "shared/checklist/model/answers.h"
#include "shared/checklist/model/model.h"

namespace plumb::checklist {

struct PanelLine {
    std::string id;            // of a section or an item; "" for the total
    std::vector<Points> each;  // by scorer, in the order given
    Points mean = 0;           // of those that count, rounded half up to a thousandth
    Points spread = 0;         // between the highest and the lowest that count
    bool alert = false;
};

struct Panel {
    PanelLine total;
    std::vector<PanelLine> sections, items;
    std::vector<std::size_t> dropped;  // scorers whose totals were the lowest and the highest, ascending
    std::vector<std::string> vetoes;   // of any scorer that counts
    std::string grade;                 // by the exact means; counts of failures are those of the strictest scorer
    bool alert = false;                // any line
    LocalText explanation;             // "（80 + 82 + 90）÷ 3 = 84"
};

// By the document's scoring.panel, or the plain mean where it has none. Refused as scoreAnswers() refuses, naming the
// scorer; malformed ("bad_panel") without any scorer.
Result<Panel> combine(const Checklist& checklist, const std::vector<Answers>& scorers);

struct ComparedColumn {
    LocalText title;  // "自评", "Self"
    Answers answers;
};

struct Cell {
    Verdict verdict = Verdict::unanswered;
    Points points = 0, max = 0;
};

struct Row {
    std::string item;
    std::vector<Cell> cells;  // by column
    bool differs = false;     // not everyone says the same
    Points drop = 0;          // from the first column to the last: what a self-assessment claimed too much
};

struct Comparison {
    std::vector<LocalText> titles;
    std::vector<Row> rows;     // by item
    std::vector<Cell> totals;  // by column; the verdict is the grade's tone
    std::vector<std::string> grades;
};

Result<Comparison> compare(const Checklist& checklist, const std::vector<ComparedColumn>& columns);

}  // namespace plumb::checklist
