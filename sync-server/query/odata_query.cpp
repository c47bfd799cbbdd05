#include "sync-server/query/odata_query.h"

#include "sync-server/query/odata_places.h"
#include "sync-server/query/odata_rows.h"

namespace plumb::server {
namespace {

json::value toJson(const ODataValue& value) {
    if (const auto* text = std::get_if<std::string>(&value)) return json::value(*text);
    if (const auto* whole = std::get_if<std::int64_t>(&value)) return json::value(*whole);
    if (const auto* number = std::get_if<double>(&value)) return json::value(*number);
    if (const auto* at = std::get_if<TimePoint>(&value))
        return json::value(formatInstant({*at, std::chrono::minutes{0}}));
    return nullptr;
}

json::object tell(ODataSet set, const ODataRow& row, const std::vector<std::size_t>& select) {
    const auto properties = propertiesOf(set);
    json::object out;
    const auto put = [&](std::size_t i) { out[properties[i].name] = toJson(row[i]); };
    if (select.empty()) {
        for (std::size_t i = 0; i < properties.size(); ++i) put(i);
    }
    for (const auto i : select) put(i);
    return out;
}

// Takes rows in order, those that are wanted, until the page is full.
class Collector {
  public:
    explicit Collector(const ODataQuestion& question) : m_question(question), m_most(mostLookedAt(question.set)) {
        m_page.stillToSkip = question.skip;
    }
    // False: the page ended before this row.
    bool take(bool visible, const std::string& key, const std::function<std::optional<ODataRow>()>& make) {
        if (m_looked++ == m_most) return end();
        if (visible) {
            const auto row = make();
            if (row && (!m_question.filter || m_question.filter->holds(*row))) {
                if (m_page.stillToSkip > 0) {
                    --m_page.stillToSkip;
                } else if (m_page.value.size() == m_question.top) {
                    return end();
                } else {
                    m_page.value.push_back(tell(m_question.set, *row, m_question.select));
                }
            }
        }
        m_last = key;
        return true;
    }
    ODataPage page() && { return std::move(m_page); }

  private:
    bool end() {
        m_page.next = m_last;
        return false;
    }
    const ODataQuestion& m_question;
    const std::size_t m_most;
    ODataPage m_page;
    std::string m_last;
    std::size_t m_looked = 0;
};

}  // namespace

Result<ODataPage> listOData(const ODataQuestion& question, const Principal& caller, const QuerySources& sources) {
    Collector out(question);
    ODataWalk walk{question.set, question.order, question.after, {}};
    if (question.set == ODataSet::inspections && question.filter)
        walk.site = question.filter->mustEqual(inspection_at::site);
    const auto walked = walkOData(walk, caller, sources, [&](bool visible, const std::string& key, const auto& make) {
        return out.take(visible, key, make);
    });
    if (!walked) return fail(walked.error());
    return std::move(out).page();
}

Result<std::uint64_t> countOData(ODataSet set, const std::optional<ODataFilter>& filter, const Principal& caller,
                                 const QuerySources& sources) {
    if (filter && !filter->usesOnly(countedBy(set)))
        return fail(ErrorKind::unsupported, "not_offered",
                    "to count by this $filter would be to read all of " + std::string(setName(set)) +
                        "; they are counted by " + namesOf(set, countedBy(set)) + " alone");
    std::uint64_t out = 0;
    eachTally(set, caller, sources, [&](const ODataRow& alike, std::uint64_t count) {
        if (!filter || filter->holds(alike)) out += count;
    });
    return out;
}

Result<json::object> findOData(ODataSet set, std::string_view key, const Principal& caller,
                               const QuerySources& sources) {
    const auto row = entityOf(set, key, caller, sources);
    if (!row) return fail(ErrorKind::notFound, "not_found", "there is no such entity that you may read");
    return tell(set, *row, {});
}

}  // namespace plumb::server
