// OData 4.01, read only: the service document, its metadata, entity sets and single entities. What the standard has and
// is not offered is refused by name, never passed over: a filter that was not applied would be a wrong answer. Refusals
// are problem documents that carry the standard's own "error" too.
#include "shared/base/encoding.h"
#include "sync-server/http/calls.h"
#include "sync-server/http/list_calls.h"
#include "sync-server/http/problem.h"
#include "sync-server/query/odata_query.h"

namespace plumb::server {
namespace {

constexpr std::uint64_t kPage = 100, kMostOnPage = 1000, kMostSkipped = 10'000;
constexpr const char* kMinimal = "application/json;odata.metadata=minimal";

Response marked(Response response) {
    return response.with("OData-Version", "4.0");
}

Response refused(const Error& error) {
    auto out = problem(error);
    auto body = parseJson(out.body).value().get_object();
    body["error"] = json::object{{"code", error.code}, {"message", error.detail}};
    out.body = toText(body);
    return marked(std::move(out));
}

std::string baseOf(const Request& request, const Services& services) {
    auto out = services.issuer.url.empty() ? "https://" + std::string(request.header("host")) : services.issuer.url;
    while (out.ends_with('/')) out.pop_back();
    return out + "/v1/odata";
}

tl::unexpected<Error> bad(std::string why) {
    return fail(ErrorKind::malformed, "bad_query", std::move(why));
}

// "Name,Region" → places of the properties.
Result<std::vector<std::size_t>> selected(std::string_view text, std::span<const ODataProperty> properties) {
    std::vector<std::size_t> out;
    if (text == "*") return out;
    while (!text.empty()) {
        const auto comma = std::min(text.find(','), text.size());
        auto name = text.substr(0, comma);
        while (name.starts_with(' ')) name.remove_prefix(1);
        while (name.ends_with(' ')) name.remove_suffix(1);
        const auto found =
            std::find_if(properties.begin(), properties.end(), [&](const auto& p) { return p.name == name; });
        if (found == properties.end())
            return bad("$select: there is no property \"" + std::string(name.substr(0, 40)) + "\"");
        const auto place = static_cast<std::size_t>(found - properties.begin());
        if (std::find(out.begin(), out.end(), place) == out.end()) out.push_back(place);
        text.remove_prefix(std::min(comma + 1, text.size()));
    }
    if (out.empty()) return bad("$select names no property");
    return out;
}

Result<std::uint64_t> numberOf(const Request& request, const char* name, std::uint64_t otherwise, std::uint64_t most) {
    return request.number(name, otherwise, most);
}

// "At desc": by one property that an index orders, and no other one behind it.
Result<ODataOrder> orderIn(std::string_view text, ODataSet set) {
    const auto properties = propertiesOf(set);
    for (const auto property : orderedBy(set)) {
        const std::string name(properties[property].name);
        if (text == name || text == name + " asc") return ODataOrder{property, false};
        if (text == name + " desc") return ODataOrder{property, true};
    }
    return fail(ErrorKind::unsupported, "not_offered",
                "$orderby: " + std::string(setName(set)) +
                    " come in the order of one of these, asc or desc: " + namesOf(set, orderedBy(set)));
}

struct Asked {
    ODataQuestion question;
    bool count = false;
    std::uint64_t left = UINT64_MAX;  // of $top, from this page on
};

Result<Asked> askedOf(const Request& request, ODataSet set) {
    Asked out;
    auto& question = out.question;
    question.set = set;
    question.order = {orderedBy(set).front(), false};
    const auto properties = propertiesOf(set);
    for (const auto& [name, value] : request.query) {
        if (name == "$filter") {
            auto filter = ODataFilter::parse(value, properties);
            if (!filter) return fail(filter.error());
            question.filter = std::move(*filter);
        } else if (name == "$select") {
            auto select = selected(value, properties);
            if (!select) return fail(select.error());
            question.select = std::move(*select);
        } else if (name == "$orderby") {
            const auto order = orderIn(value, set);
            if (!order) return fail(order.error());
            question.order = *order;
        } else if (name == "$skiptoken") {
            question.after = value;
        } else if (name == "$count") {
            if (value != "true" && value != "false") return bad("$count is true or false");
            out.count = value == "true";
        } else if (name == "$format") {
            if (value != "json" && !value.starts_with("application/json"))
                return fail(ErrorKind::unsupported, "not_offered", "$format: there is json alone");
        } else if (name != "$top" && name != "$skip") {
            if (name.starts_with('$'))
                return fail(
                    ErrorKind::unsupported, "not_offered",
                    name.substr(0, 40) +
                        " is not offered; there are $filter, $select, $orderby, $count, $top, $skip, $skiptoken");
            return bad("\"" + name.substr(0, 40) + "\" is no option of this service");
        }
    }
    const auto top = numberOf(request, "$top", UINT32_MAX, UINT32_MAX),
               skip = numberOf(request, "$skip", 0, kMostSkipped);
    if (!top || !skip) return fail(top ? skip.error() : top.error());
    out.left = *top;
    question.top = request.query.contains("$top") ? std::min(*top, kMostOnPage) : kPage;
    question.skip = *skip;
    return out;
}

// The same question, from where this page ended on.
std::string nextLink(const std::string& base, const Request& request, const Asked& asked, const ODataPage& page) {
    std::string out = base + "/" + std::string(setName(asked.question.set)) + "?$skiptoken=" + percentEncode(page.next);
    for (const auto& [name, value] : request.query) {
        if (name != "$skiptoken" && name != "$top" && name != "$skip") out += "&" + name + "=" + percentEncode(value);
    }
    if (request.query.contains("$top")) out += "&$top=" + std::to_string(asked.left - page.value.size());
    if (page.stillToSkip > 0) out += "&$skip=" + std::to_string(page.stillToSkip);
    return out;
}

Response listSet(const Request& request, Services& services, ODataSet set) {
    const auto asked = askedOf(request, set);
    if (!asked) return refused(asked.error());
    const auto base = baseOf(request, services);
    json::object out{{"@odata.context", base + "/$metadata#" + std::string(setName(set))}};
    const auto reader = services.readers.borrow();
    const auto sources = sourcesOf(services, *reader);
    if (asked->count) {
        const auto count = countOData(set, asked->question.filter, *request.caller, sources);
        if (!count) return refused(count.error());
        out["@odata.count"] = *count;
    }
    auto page = listOData(asked->question, *request.caller, sources);
    if (!page) return refused(page.error());
    const bool more = !page->next.empty() && page->value.size() < asked->left;
    if (more) out["@odata.nextLink"] = nextLink(base, request, *asked, *page);
    out["value"] = std::move(page->value);
    return marked(textResponse(toText(out), kMinimal));
}

// Sites/$count: a number as text. What orders and pages a list says nothing of how many there are.
Response countSet(const Request& request, Services& services, ODataSet set) {
    for (const auto& [name, value] : request.query) {
        if (name != "$filter") return refused(bad("with /$count there is $filter alone").value());
    }
    const auto asked = askedOf(request, set);
    if (!asked) return refused(asked.error());
    const auto reader = services.readers.borrow();
    const auto count = countOData(set, asked->question.filter, *request.caller, sourcesOf(services, *reader));
    if (!count) return refused(count.error());
    return marked(textResponse(std::to_string(*count), "text/plain; charset=utf-8"));
}

// 'a''b' → a'b
std::optional<std::string> keyIn(std::string_view text) {
    if (text.size() < 2 || text.front() != '\'' || text.back() != '\'') return std::nullopt;
    std::string out;
    for (std::size_t i = 1; i + 1 < text.size(); ++i) {
        if (text[i] == '\'' && (i + 2 == text.size() || text[++i] != '\'')) return std::nullopt;
        out += text[i];
    }
    return out;
}

Response showEntity(const Request& request, Services& services, ODataSet set, std::string_view key) {
    const auto id = keyIn(key);
    if (!id || !request.query.empty())
        return refused({ErrorKind::malformed, "bad_query",
                        "an entity is asked for as " + std::string(setName(set)) + "('ID'), without options"});
    const auto reader = services.readers.borrow();
    auto found = findOData(set, *id, *request.caller, sourcesOf(services, *reader));
    if (!found) return refused(found.error());
    json::object out{
        {"@odata.context", baseOf(request, services) + "/$metadata#" + std::string(setName(set)) + "/$entity"}};
    for (auto& [name, value] : *found) out[name] = std::move(value);
    return marked(textResponse(toText(out), kMinimal));
}

Error noSuchSet() {
    std::string names;
    for (const auto set : kODataSets) names += (names.empty() ? "" : ", ") + std::string(setName(set));
    return {ErrorKind::notFound, "not_found", "there are the entity sets " + names};
}

}  // namespace

Response describeOData(const Request& request, Services& services) {
    json::array sets;
    for (const auto set : kODataSets)
        sets.push_back(json::object{{"name", setName(set)}, {"kind", "EntitySet"}, {"url", setName(set)}});
    return marked(textResponse(
        toText(json::object{{"@odata.context", baseOf(request, services) + "/$metadata"}, {"value", std::move(sets)}}),
        kMinimal));
}

Response showODataMetadata(const Request&, Services&) {
    return marked(textResponse(odataMetadata(), "application/xml"));
}

Response queryOData(const Request& request, Services& services) {
    const auto decoded = percentDecode(request.captures.front());
    if (!decoded) return refused(decoded.error());
    const std::string_view asked = *decoded;
    if (asked == "$metadata") return showODataMetadata(request, services);  // its "$" percent-encoded
    const auto bracket = std::min(asked.find('('), asked.size());
    const auto set = setNamed(asked.substr(0, bracket));
    if (!set || (bracket < asked.size() && !asked.ends_with(')'))) return refused(noSuchSet());
    if (bracket == asked.size()) return listSet(request, services, *set);
    return showEntity(request, services, *set, asked.substr(bracket + 1, asked.size() - bracket - 2));
}

Response countODataSet(const Request& request, Services& services) {
    const auto decoded = percentDecode(request.captures.front());
    const auto set = decoded ? setNamed(*decoded) : std::nullopt;
    return set ? countSet(request, services, *set) : refused(noSuchSet());
}

}  // namespace plumb::server
