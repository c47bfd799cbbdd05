#include <algorithm>

#include "sync-server/http/calls.h"
#include "sync-server/http/list_calls.h"
#include "sync-server/http/problem.h"
#include "sync-server/http/push.h"
#include "sync-server/query/feed.h"
#include "sync-server/query/feedback_query.h"

namespace plumb::server {
namespace {

constexpr std::uint64_t kLongestWait = 55;
constexpr std::uint64_t kDefaultFeed = 1000, kMostFeed = 5000;
constexpr std::uint64_t kAnySize = std::uint64_t{1} << 62;

// Stops one line beyond `most`: a body of line ends alone would become sixteen times as large.
std::vector<std::string_view> splitLines(std::string_view body, std::size_t most) {
    std::vector<std::string_view> out;
    while (!body.empty() && out.size() <= most) {
        const auto end = std::min(body.find('\n'), body.size());
        out.push_back(body.substr(0, end));
        body.remove_prefix(std::min(end + 1, body.size()));
    }
    return out;
}

}  // namespace

Response pushRecords(const Request& request, Services& services) {
    const auto have = request.number("have", 0, kAnySize);
    if (!have) return problem(have.error());
    const auto lines = splitLines(request.body, services.limits.batchLines);
    if (lines.size() > services.limits.batchLines) {
        return problem({ErrorKind::tooLarge, "batch_too_large",
                        "the batch has more than the " + std::to_string(services.limits.batchLines) +
                            " lines that go at once; send it in parts"});
    }
    const auto outcome = pushLines(lines, services);
    if (!outcome) return problem(outcome.error());
    return jsonResponse(describePush(*outcome, *have, services));
}

Response pullRecords(const Request& request, Services& services) {
    const auto after = request.number("after", 0, kAnySize);
    const auto wait = request.number("wait", 0, kLongestWait);
    const auto limit = request.number("limit", kDefaultFeed, kMostFeed, 1);
    const auto have = request.number("have", 0, kAnySize);
    for (const auto* number : {&after, &wait, &limit, &have}) {
        if (!*number) return problem(number->error());
    }
    const auto reader = services.readers.borrow();
    auto page = readFeed(*request.caller, {*after, *limit, *have},
                         {*reader, services.trust, services.blobs, services.head.get()});
    auto response = textResponse(std::move(page.body), "application/plumb-feed");
    response.with("Plumb-Cursor", std::to_string(page.cursor));
    if (page.more) response.with("Plumb-More", "1");
    if (page.lines == 0 && !page.more && *wait > 0) response.wait = std::chrono::seconds(*wait);
    return response;
}

namespace {

// A page of lines, proved against the tree that the caller names.
template <class Read>
Response pullProved(const Request& request, Services& services, Read read) {
    const auto after = request.number("after", 0, kAnySize);
    const auto limit = request.number("limit", kDefaultFeed, kMostFeed, 1);
    const auto head = services.head.get();
    const auto size = request.number("size", head->size, kAnySize);
    for (const auto* number : {&after, &limit, &size}) {
        if (!*number) return problem(number->error());
    }
    if (*size > head->size) {
        return problem({ErrorKind::conflict, "log_smaller",
                        "this log has " + std::to_string(head->size) + " entries, not " + std::to_string(*size)});
    }
    const auto reader = services.readers.borrow();
    auto page = read(*after, *limit, *size, {*reader, services.trust, services.blobs, head});
    auto response = textResponse(std::move(page.body), "application/plumb-feed");
    response.with("Plumb-Cursor", std::to_string(page.cursor));
    if (page.more) response.with("Plumb-More", "1");
    return response;
}

}  // namespace

Response pullTrust(const Request& request, Services& services) {
    return pullProved(request, services, readTrust);
}

Response pullSites(const Request& request, Services& services) {
    return pullProved(request, services, readSites);
}

Response pullCalendar(const Request& request, Services& services) {
    return pullProved(request, services, readCalendar);
}

Response pullRegisters(const Request& request, Services& services) {
    return pullProved(request, services, readRegisters);
}

Response pullRetentions(const Request& request, Services& services) {
    return pullProved(request, services, readRetentions);
}

Response pullProgrammes(const Request& request, Services& services) {
    return pullProved(request, services, readProgrammes);
}

Response pullProposals(const Request& request, Services& services) {
    return pullProved(request, services,
                      [&](std::uint64_t after, std::size_t limit, std::uint64_t size, const QuerySources& sources) {
                          return readProposals(*request.caller, after, limit, size, sources);
                      });
}

Response pullFeedback(const Request& request, Services& services) {
    const auto question = readFeedbackQuestion(request.query);
    if (!question) return problem(question.error());
    return pullProved(request, services,
                      [&](std::uint64_t after, std::size_t limit, std::uint64_t size, const QuerySources& sources) {
                          return readFeedback(*request.caller, question->of, after, limit, size, sources);
                      });
}

Response pullAbout(const Request& request, Services& services) {
    constexpr std::size_t kMostIds = 50;
    std::vector<std::string> ids;
    const auto said = textOf(request, "of");
    for (std::string_view rest = said; !rest.empty();) {
        const auto comma = rest.find(',');
        ids.emplace_back(rest.substr(0, comma));
        rest = comma == std::string_view::npos ? std::string_view() : rest.substr(comma + 1);
    }
    if (ids.empty() || ids.size() > kMostIds)
        return problem({ErrorKind::malformed, "bad_query", "\"of\" must name 1 to 50 complaints or panels"});
    return pullProved(request, services,
                      [&](std::uint64_t after, std::size_t limit, std::uint64_t size, const QuerySources& sources) {
                          return readAbout(*request.caller, ids, after, limit, size, sources);
                      });
}

Response pullRecoveries(const Request& request, Services& services) {
    const auto have = request.number("have", 0, kAnySize);
    if (!have) return problem(have.error());
    const auto reader = services.readers.borrow();
    auto page = readRecoveries(services.recovery.openings(), *have,
                               {*reader, services.trust, services.blobs, services.head.get()});
    auto response = textResponse(std::move(page.body), "application/plumb-feed");
    return response.with("Plumb-Cursor", std::to_string(page.cursor));
}

Response pullPlaces(const Request& request, Services& services) {
    const auto after = request.number("after", 0, kAnySize);
    if (!after) return problem(after.error());
    const auto reader = services.readers.borrow();
    auto page = readPlaces(*request.caller, *after, {*reader, services.trust, services.blobs, services.head.get()});
    auto response = textResponse(std::move(page.body), "text/plain; charset=utf-8");
    response.with("Plumb-Cursor", std::to_string(page.cursor));
    if (page.more) response.with("Plumb-More", "1");
    return response;
}

}  // namespace plumb::server
