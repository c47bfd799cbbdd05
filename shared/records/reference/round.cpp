#include "shared/records/reference/round.h"

#include <algorithm>

#include "shared/records/body_reader.h"
#include "shared/records/inspection/read_parts.h"
#include "shared/records/json_parts.h"

namespace plumb::records {

bool Round::isFor(std::string_view site, std::string_view siteRegion, std::string_view region) const {
    if (!sites.empty()) return std::find(sites.begin(), sites.end(), site) != sites.end();
    return siteRegion.starts_with(region);
}

Result<Round> readRound(const json::object& body) {
    BodyReader read(body);
    Round out;
    out.id = read.text("id");
    out.title = read.localText("title");
    out.checklist = checklistRefFrom(read);
    out.opens = read.day("opens");
    out.closes = read.day("closes");
    if (out.closes < out.opens) read.fault("closes", "must not be before \"opens\"");
    out.sites = read.textsIf("sites");
    out.closed = read.flagIf("closed");
    if (auto good = read.done(); !good) return fail(good.error());
    return out;
}

json::object toBody(const Round& round) {
    json::object out{{"id", round.id},
                     {"title", round.title.toJson()},
                     {"checklist", toJson(round.checklist)},
                     {"opens", dayText(round.opens)},
                     {"closes", dayText(round.closes)}};
    if (!round.sites.empty()) out["sites"] = json::array(round.sites.begin(), round.sites.end());
    if (round.closed) out["closed"] = true;
    return out;
}

}  // namespace plumb::records
