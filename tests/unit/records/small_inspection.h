// The body of an inspection that says little and is well-formed.
#pragma once

#include <map>
#include <string>

#include "shared/records/inspection/body.h"

namespace plumb::test {

inline json::object smallInspection(const std::string& checklist, const Sha256& document,
                                    std::map<std::string, std::string> answers = {}) {
    records::InspectionBody body;
    body.kind = "supervision";
    body.checklist = {checklist, "1", document};
    body.started = body.finished = *parseInstant("2026-11-22T08:00:00.000+08:00");
    body.answers.values = std::move(answers);
    return records::toBody(body);
}

}  // namespace plumb::test
