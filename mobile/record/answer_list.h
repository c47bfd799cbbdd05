// The answers of one item of a record as a reader goes through them: in the document's order, those of repeats under
// each instance, those of groups under their heading; blanks and what stands in no instance are left out, labels
// filled in. `valueAt`: what stands in ${question} places; without it what `values` hold. A pure function.
#pragma once

#include <QString>
#include <QStringList>
#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "shared/checklist/evaluate/filled_label.h"
#include "shared/checklist/model/model.h"

namespace plumb::mobile {

// An answer of a record, or the heading over those of a group or of one instance of a repeat.
struct AnswerInfo {
    checklist::LocalText label;
    const checklist::Question* question = nullptr;  // of the document, which outlives this; null for a heading
    std::string value;                              // as it was signed: answerText() says it in a language
    int depth = 0;                                  // groups and instances around it
    std::uint32_t instance = 0;                     // of a repeat's heading: which
    bool heading = false;
    QStringList sounds{}, films{};  // hashes, where the answer is recordings
    qsizetype recordings = 0;       // how many it is, on this device or not
};

std::vector<AnswerInfo> answersOf(const checklist::Checklist& checklist, const checklist::Item& item,
                                  const std::map<std::string, std::string>& values,
                                  const checklist::ValueAt& valueAt = {});

}  // namespace plumb::mobile
