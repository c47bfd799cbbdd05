// Any bytes as a body, of every type: a rule refuses it with a sentence or takes it, and what it takes is read and
// composed to what is read alike.
#include <cstdint>
#include <cstdlib>
#include <map>
#include <string>

#include "shared/domain/record_types.h"
#include "shared/records/inspection/body.h"
#include "shared/records/inspection/scan.h"
#include "shared/records/reference/checklist_publication.h"
#include "shared/records/reference/site.h"
#include "shared/records/review/body.h"
#include "shared/records/review/remark.h"
#include "shared/records/rules.h"
#include "shared/records/voice/complaint.h"

namespace {

template <auto read>
void again(const plumb::json::object& body) {
    const auto value = read(body);
    if (!value) return;
    const auto composed = toBody(*value);
    const auto same = read(composed);
    if (!same || plumb::toText(toBody(*same)) != plumb::toText(composed)) std::abort();
}

std::map<std::string, std::string> asMap(
    const plumb::records::ReusedList<plumb::records::ScannedInspection::Named>& list) {
    std::map<std::string, std::string> out;
    for (const auto& [name, text] : list) out[name] = text;
    return out;
}

// The scan of an inspection that can be read finds what the reader finds.
void scanned(const plumb::json::object& body) {
    using namespace plumb;
    const auto read = records::readInspection(body);
    if (!read) return;
    records::ScannedInspection scan;
    if (!records::scanInspection(toText(json::object{{"body", body}}), scan)) std::abort();
    const bool same = asMap(scan.answers) == read->answers.values && asMap(scan.reasons) == read->answers.na &&
                      asMap(scan.notes) == read->answers.notes && scan.team.size() == read->team.size() &&
                      scan.items.size() == (read->score.items ? read->score.items->size() : 0);
    if (!same) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace plumb;
    const auto value = parseJson(std::string_view(reinterpret_cast<const char*>(data), size));
    if (!value || !value->is_object()) return 0;
    const auto& body = value->get_object();
    for (const auto& type : domain::recordTypes()) {
        const auto good = records::checkBody(type.name, body);
        if (!good && (good.error().code != "bad_payload" || good.error().detail.empty())) std::abort();
        if (good && records::isInspection(type.name) && !records::readSummary(body)) std::abort();
    }
    again<records::readInspection>(body);
    scanned(body);
    again<records::readReview>(body);
    again<records::readRemark>(body);
    again<records::readSite>(body);
    again<records::readComplaint>(body);
    again<records::readComplaintClassified>(body);
    again<records::readComplaintTasked>(body);
    again<records::readComplaintAnswered>(body);
    again<records::readChecklistPublication>(body);
    return 0;
}
