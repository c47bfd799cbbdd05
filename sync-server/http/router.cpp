#include "sync-server/http/router.h"

#include <algorithm>

#include "sync-server/http/calls.h"

namespace plumb::server {
namespace {

// The console's pattern catches what is left, so it stands last.
constexpr Route kRoutes[] = {
    {Method::get, "/v1/server", Access::open, BodySize::none, describeServer},
    {Method::post, "/v1/enrol", Access::open, BodySize::open, enrol},
    {Method::post, "/v1/token", Access::open, BodySize::open, issueToken},
    {Method::post, "/v1/revocation", Access::open, BodySize::open, proveRevocation},
    {Method::post, "/v1/records", Access::token, BodySize::large, pushRecords},
    {Method::get, "/v1/records", Access::token, BodySize::none, pullRecords},
    {Method::get, "/v1/trust", Access::token, BodySize::none, pullTrust},
    {Method::get, "/v1/sites", Access::token, BodySize::none, pullSites},
    {Method::get, "/v1/calendar", Access::token, BodySize::none, pullCalendar},
    {Method::get, "/v1/registers", Access::token, BodySize::none, pullRegisters},
    {Method::get, "/v1/retentions", Access::token, BodySize::none, pullRetentions},
    {Method::get, "/v1/programmes", Access::token, BodySize::none, pullProgrammes},
    {Method::get, "/v1/proposals", Access::token, BodySize::none, pullProposals},
    {Method::get, "/v1/feedback", Access::token, BodySize::none, pullFeedback},
    {Method::get, "/v1/about", Access::token, BodySize::none, pullAbout},
    {Method::get, "/v1/recoveries", Access::token, BodySize::none, pullRecoveries},
    {Method::get, "/v1/places", Access::token, BodySize::none, pullPlaces},
    {Method::get, "/v1/checkpoint", Access::token, BodySize::none, getCheckpoint},
    {Method::get, "/v1/proof/inclusion", Access::token, BodySize::none, proveInclusion},
    {Method::get, "/v1/proof/consistency", Access::token, BodySize::none, proveConsistency},
    {Method::options, "/v1/uploads", Access::open, BodySize::none, describeTus},
    {Method::options, "/v1/uploads/*", Access::open, BodySize::none, describeTus},
    {Method::post, "/v1/uploads", Access::token, BodySize::streamed, nullptr, openCreation},
    {Method::head, "/v1/uploads/*", Access::token, BodySize::none, headUpload},
    {Method::remove, "/v1/uploads/*", Access::token, BodySize::none, endUpload},
    {Method::patch, "/v1/uploads/*", Access::token, BodySize::streamed, nullptr, openPatch},
    {Method::post, "/v1/files", Access::token, BodySize::small, takeSmallFiles},
    {Method::post, "/v1/packs", Access::open, BodySize::pack, nullptr, openPack},
    {Method::get, "/v1/files/*", Access::token, BodySize::none, getFile},
    {Method::post, "/v1/receipt", Access::token, BodySize::small, giveReceipt},
    {Method::get, "/v1/views", Access::token, BodySize::none, getSavedViews},
    {Method::post, "/v1/views", Access::token, BodySize::small, putSavedViews},
    {Method::get, "/v1/hooks", Access::token, BodySize::none, listHooks, nullptr, true},
    {Method::post, "/v1/hooks", Access::token, BodySize::small, addHook, nullptr, true},
    {Method::get, "/v1/hooks/*", Access::token, BodySize::none, showHook, nullptr, true},
    {Method::post, "/v1/hooks/*", Access::token, BodySize::small, changeHook, nullptr, true},
    {Method::get, "/v1/query/me", Access::token, BodySize::none, queryMe},
    {Method::get, "/v1/query/chain", Access::token, BodySize::none, queryChain},
    {Method::get, "/v1/query/chains", Access::token, BodySize::none, queryChains},
    {Method::get, "/v1/query/chains/*", Access::token, BodySize::none, queryChainOf},
    {Method::get, "/v1/query/inspections", Access::token, BodySize::none, queryInspections},
    {Method::get, "/v1/query/findings", Access::token, BodySize::none, queryFindings},
    {Method::get, "/v1/query/cases", Access::token, BodySize::none, queryCases},
    {Method::get, "/v1/query/assessments", Access::token, BodySize::none, queryAssessments},
    {Method::get, "/v1/query/rounds", Access::token, BodySize::none, queryRounds},
    {Method::get, "/v1/query/rounds/*/sites", Access::token, BodySize::none, queryRoundSites},
    {Method::get, "/v1/query/draws", Access::token, BodySize::none, queryDraws},
    {Method::get, "/v1/query/draws/*", Access::token, BodySize::none, queryDraw},
    {Method::get, "/v1/query/checks", Access::token, BodySize::none, queryChecks},
    {Method::get, "/v1/query/plans", Access::token, BodySize::none, queryPlans},
    {Method::get, "/v1/query/statistics", Access::token, BodySize::none, queryStatistics},
    {Method::get, "/v1/query/statistics/records", Access::token, BodySize::none, queryStatisticRecords},
    {Method::get, "/v1/query/published", Access::token, BodySize::none, queryPublished},
    {Method::get, "/v1/query/archive", Access::token, BodySize::none, queryArchive},
    {Method::get, "/v1/query/disposals", Access::token, BodySize::none, queryDisposals},
    {Method::get, "/v1/query/referrals", Access::token, BodySize::none, queryReferrals},
    {Method::get, "/v1/query/tasks", Access::token, BodySize::none, queryTasks},
    {Method::get, "/v1/query/complaints", Access::token, BodySize::none, queryComplaints},
    {Method::get, "/v1/query/ratings", Access::token, BodySize::none, queryRatings},
    {Method::get, "/v1/query/ratings/texts", Access::token, BodySize::none, queryRatingTexts},
    {Method::get, "/v1/query/panels", Access::token, BodySize::none, queryPanels},
    {Method::get, "/v1/query/feedback", Access::token, BodySize::none, queryFeedback},
    {Method::get, "/v1/query/feedback/counts", Access::token, BodySize::none, queryFeedbackCounts},
    {Method::get, "/v1/query/panels/rule", Access::token, BodySize::none, queryPanelRule},
    {Method::get, "/v1/query/inspectors", Access::token, BodySize::none, queryInspectors},
    {Method::get, "/v1/query/reviews", Access::token, BodySize::none, queryReviews},
    {Method::get, "/v1/query/reviewers", Access::token, BodySize::none, queryReviewers},
    {Method::get, "/v1/query/visits", Access::token, BodySize::none, queryVisits},
    {Method::get, "/v1/query/records/*", Access::token, BodySize::none, queryRecord},
    {Method::get, "/v1/query/records/*/previous", Access::token, BodySize::none, queryPrevious},
    {Method::get, "/v1/query/records/*/papers/*", Access::token, BodySize::none, getPaper},
    {Method::post, "/v1/documents/certificate", Access::token, BodySize::small, certifyDocumentKey},
    {Method::get, "/v1/export/*", Access::token, BodySize::none, exportList},
    {Method::get, "/v1/ogc", Access::token, BodySize::none, describeOgc},
    {Method::get, "/v1/ogc/conformance", Access::token, BodySize::none, describeOgcConformance},
    {Method::get, "/v1/ogc/collections", Access::token, BodySize::none, listOgcCollections},
    {Method::get, "/v1/ogc/collections/*", Access::token, BodySize::none, describeOgcCollection},
    {Method::get, "/v1/ogc/collections/*/items", Access::token, BodySize::none, listOgcItems},
    {Method::get, "/v1/ogc/collections/*/items/*", Access::token, BodySize::none, showOgcItem},
    {Method::get, "/v1/odata", Access::token, BodySize::none, describeOData},
    {Method::get, "/v1/odata/$metadata", Access::token, BodySize::none, showODataMetadata},
    {Method::get, "/v1/odata/*/$count", Access::token, BodySize::none, countODataSet},
    {Method::get, "/v1/odata/*", Access::token, BodySize::none, queryOData},
    {Method::get, "/v1/public/records/*", Access::open, BodySize::none, verifyPublicly},
    {Method::get, "/v1/public/credentials/*", Access::open, BodySize::none, showCredential},
    {Method::get, "/v1/public/papers/*", Access::open, BodySize::none, verifyPaperPublicly},
    {Method::get, "/v1/public/issuer", Access::open, BodySize::none, describeIssuer},
    {Method::get, "/v1/public/programmes", Access::open, BodySize::none, listPublicProgrammes},
    {Method::get, "/v1/public/publications", Access::open, BodySize::none, listPublicPublications},
    {Method::get, "/v1/public/publications/*", Access::open, BodySize::none, showPublicPublication},
    {Method::get, "/published", Access::open, BodySize::none, showBulletin},
    {Method::get, "/published/*", Access::open, BodySize::none, showBulletinEntry},
    {Method::get, "/v1/public/complaints/challenge", Access::open, BodySize::none, challengeComplaint, nullptr, true},
    {Method::get, "/v1/public/complaints/about", Access::open, BodySize::none, describeComplainedOf, nullptr, true},
    {Method::post, "/v1/public/complaints", Access::open, BodySize::complaint, takeComplaint, nullptr, true},
    {Method::post, "/v1/public/complaints/state", Access::open, BodySize::open, tellComplaint, nullptr, true},
    {Method::get, "/v1/public/ratings/challenge", Access::open, BodySize::none, challengeRating, nullptr, true},
    {Method::post, "/v1/public/ratings/visit", Access::open, BodySize::open, describeVisit, nullptr, true},
    {Method::post, "/v1/public/ratings", Access::open, BodySize::open, takeRating, nullptr, true},
    {Method::get, "/log/checkpoint", Access::open, BodySize::none, getLogCheckpoint},
    {Method::get, "/log/tile/entries/**", Access::token, BodySize::none, getEntries},
    {Method::get, "/log/tile/**", Access::open, BodySize::none, getTile},
    {Method::post, "/internal/lines", Access::frontEnd, BodySize::handed, takeHandedLines},
    {Method::post, "/internal/calls", Access::frontEnd, BodySize::handed, takeHandedCall},
    {Method::get, "/healthz", Access::open, BodySize::none, health},
    {Method::get, "/metrics", Access::loopback, BodySize::none, showMetrics},
    {Method::get, "/**", Access::open, BodySize::none, getConsole},
};

std::string_view nameOf(Method method) {
    switch (method) {
        case Method::get:
            return "GET";
        case Method::head:
            return "HEAD";
        case Method::post:
            return "POST";
        case Method::patch:
            return "PATCH";
        case Method::remove:
            return "DELETE";
        case Method::options:
            return "OPTIONS";
        case Method::other:
            return "";
    }
    return "";
}

bool matches(std::string_view pattern, std::string_view path, std::vector<std::string>& captures) {
    captures.clear();
    for (;;) {
        const auto patternEnd = std::min(pattern.find('/', 1), pattern.size());
        const auto segment = pattern.substr(0, patternEnd);
        if (segment == "/**") {
            if (!path.starts_with('/')) return false;
            captures.emplace_back(path.substr(1));
            return true;
        }
        const auto pathEnd = std::min(path.find('/', 1), path.size());
        const auto own = path.substr(0, pathEnd);
        if (segment == "/*" ? own.size() < 2 : own != segment) return false;
        if (segment == "/*") captures.emplace_back(own.substr(1));
        pattern.remove_prefix(patternEnd);
        path.remove_prefix(pathEnd);
        if (pattern.empty() || path.empty()) return pattern.empty() && path.empty();
    }
}

bool isApi(std::string_view path) {
    return path.starts_with("/v1/") || path.starts_with("/log/");
}

}  // namespace

std::span<const Route> routes() {
    return kRoutes;
}

Found findRoute(Method method, std::string_view path) {
    Found found;
    // HEAD is GET without the body, where it is not a call of its own.
    const Route* asGet = nullptr;
    std::vector<std::string> captures, ofGet;
    for (const auto& route : kRoutes) {
        if (&route == std::end(kRoutes) - 1 && isApi(path)) break;
        if (!matches(route.pattern, path, captures)) continue;
        if (route.method == method) {
            found.route = &route;
            found.captures = std::move(captures);
            return found;
        }
        if (method == Method::head && route.method == Method::get && !asGet) {
            asGet = &route;
            ofGet = captures;
        }
        if (found.allow.find(nameOf(route.method)) == std::string::npos)
            found.allow.append(found.allow.empty() ? "" : ", ").append(nameOf(route.method));
    }
    if (asGet) {
        found.route = asGet;
        found.captures = std::move(ofGet);
    }
    return found;
}

}  // namespace plumb::server
