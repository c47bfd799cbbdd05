#include "shared/domain/rights.h"

#include <algorithm>

namespace plumb::domain {
namespace {

tl::unexpected<Error> badPayload(std::string why) {
    return fail(ErrorKind::malformed, "bad_payload", std::move(why));
}
tl::unexpected<Error> wrongRegion(std::string why) {
    return fail(ErrorKind::forbidden, "wrong_region", std::move(why));
}

std::string shown(std::string_view text) {
    return text.empty() ? std::string("(none)") : std::string(text.substr(0, 80));
}

bool coversRegion(const std::vector<Grant>& grants, std::string_view region) {
    return std::any_of(grants.begin(), grants.end(), [&](const Grant& grant) { return grant.covers(region); });
}

// The grants, by the role, that the table lets author this type.
std::vector<Grant> ofRole(const std::vector<Grant>& grants, const RecordType& type) {
    std::vector<Grant> out;
    std::copy_if(grants.begin(), grants.end(), std::back_inserter(out),
                 [&](const Grant& grant) { return type.mayBeBy(grant.role); });
    return out;
}

Result<void> coverPlace(const std::vector<Grant>& grants, const record::Payload& payload) {
    const bool covered = std::any_of(grants.begin(), grants.end(), [&](const Grant& grant) {
        return grant.coversPlace(payload.region, payload.site);
    });
    if (covered) return {};
    return wrongRegion("the author may write " + payload.type + " records, but not for region " +
                       shown(payload.region) + (payload.site.empty() ? "" : ", site " + shown(payload.site)));
}

// The line's region is one that the site was published with between what its author had seen and the line's own place:
// whoever was without a network while a site moved did nothing wrong.
Result<void> checkSite(const record::Payload& payload, LogPlace place, const Facts& facts) {
    if (payload.site.empty()) return badPayload("\"site\" must name a published site");
    const std::uint64_t seen = payload.seen ? payload.seen->size : 0;
    std::vector<std::string> good;
    for (const auto& publication : facts.publications("site.published", payload.site)) {
        if (!publication.before(place)) continue;
        if (publication.at && *publication.at < seen) good.clear();
        good.push_back(publication.region);
    }
    if (good.empty()) {
        return fail(
            ErrorKind::refused, "site_unknown",
            "no site " + shown(payload.site) + " is published in this log; an administrator has to publish it first");
    }
    if (std::find(good.begin(), good.end(), payload.region) != good.end()) return {};
    return wrongRegion("the line says region " + shown(payload.region) + ", site " + shown(payload.site) +
                       " was published in region " + shown(good.back()));
}

Result<void> checkRecord(const record::Payload& payload, const Facts& facts, const RecordType& type,
                         std::string_view kid) {
    const auto of = plumb::textAt(payload.body, "of", "body");
    if (!of) return badPayload(of.error().detail);
    const auto about = facts.record(*of);
    if (!about) {
        return fail(ErrorKind::notFound, "of_unknown",
                    "no record " + shown(*of) + " is in this log; it has to be sent first");
    }
    if (payload.site != about->site || payload.region != about->region) {
        return wrongRegion("the record that this line speaks of lies in region " + shown(about->region) + ", site " +
                           shown(about->site) + "; the line says region " + shown(payload.region) + ", site " +
                           shown(payload.site));
    }
    if (type.by == ByRule::author && about->kid != kid)
        return fail(ErrorKind::forbidden, "wrong_role", "only the key that signed a record may amend it");
    return {};
}

// Readers take a site from the body, rights are judged by the line: the two say the same.
Result<void> checkSiteLine(const record::Payload& payload) {
    if (payload.site.empty() || payload.site != publishedId(payload))
        return badPayload("\"site\" must repeat \"body.id\"");
    if (payload.region.empty() || payload.region != textOr(payload.body, "region"))
        return badPayload("\"region\" must repeat \"body.region\"");
    return {};
}

Result<void> checkPublication(const std::vector<Grant>& grants, const record::Payload& payload, LogPlace place,
                              const Facts& facts, const GrantsOf& grantsOf) {
    if (payload.type == "site.published") {
        if (auto good = checkSiteLine(payload); !good) return good;
    }
    if (!payload.region.empty() && !coversRegion(grants, payload.region))
        return wrongRegion("an administrator publishes within her own regions, not for " + shown(payload.region));
    const auto id = publishedId(payload);
    if (id.empty()) return badPayload("\"body.id\" must say what is published");
    const Publication* before = nullptr;
    const auto all = facts.publications(payload.type, id);
    for (const auto& publication : all) {
        if (publication.before(place)) before = &publication;
    }
    if (!before) return {};
    for (const auto& region : regionsOf(*before, grantsOf)) {
        if (coversRegion(grants, region)) continue;
        return wrongRegion(shown(id) + " was published for region " + shown(region) +
                           "; to publish it anew needs the right over that region too");
    }
    return {};
}

}  // namespace

std::string publishedId(const record::Payload& payload) {
    return textOr(payload.body, "id");
}

std::vector<std::string> regionsOf(const Publication& publication, const GrantsOf& grantsOf) {
    if (!publication.region.empty()) return {publication.region};
    std::vector<std::string> out;
    for (const auto& grant : grantsOf(publication.kid, publication.at)) {
        if (grant.role != Role::administrator) continue;
        out.insert(out.end(), grant.regions.begin(), grant.regions.end());
    }
    return out;
}

Result<void> mayAuthor(const Author& author, const record::Payload& payload, LogPlace place, const Facts& facts,
                       const GrantsOf& grantsOf) {
    const auto& type = recordType(payload.type);
    if (!isRegion(payload.region)) return badPayload("\"region\" must be a region code of 2, 4 or 6 digits");
    const auto grants = ofRole(author.grants, type);
    if (grants.empty()) {
        return fail(ErrorKind::forbidden, "wrong_role", "the author's role may not write " + payload.type + " records");
    }
    switch (type.place) {
        case PlaceRule::trust:
            return {};
        case PlaceRule::log:
            if (author.invitedByRoot) return {};
            return wrongRegion(
                "a " + payload.type +
                " record concerns the whole log: only an administrator whom the root invited writes one");
        case PlaceRule::publication:
            return checkPublication(grants, payload, place, facts, grantsOf);
        case PlaceRule::site:
            if (auto good = checkSite(payload, place, facts); !good) return good;
            return coverPlace(grants, payload);
        case PlaceRule::record:
            if (auto good = checkRecord(payload, facts, type, author.kid); !good) return good;
            return coverPlace(grants, payload);
        case PlaceRule::region:
            if (payload.region.empty())
                return badPayload("\"region\" must say where this belongs, or nobody could answer it");
            if (!payload.site.empty()) {
                if (auto good = checkSite(payload, place, facts); !good) return good;
            }
            return coverPlace(grants, payload);
        case PlaceRule::any:
            if (payload.region.empty() || coversRegion(grants, payload.region)) return {};
            return coverPlace(grants, payload);
    }
    return {};
}

}  // namespace plumb::domain
