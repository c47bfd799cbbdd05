#include <array>

#include <algorithm>

#include "shared/checklist/load/document_loader.h"
#include "shared/checklist/load/tuning.h"
#include "shared/checklist/model/nearest.h"

namespace plumb::checklist {
namespace {

constexpr std::array kMetrics{
    std::pair{std::string_view("points"), Metric::points},
    std::pair{std::string_view("percent"), Metric::percent},
    std::pair{std::string_view("failed"), Metric::failed},
    std::pair{std::string_view("part"), Metric::part},
    std::pair{std::string_view("majorFailed"), Metric::majorFailed},
    std::pair{std::string_view("keyFailed"), Metric::keyFailed},
    std::pair{std::string_view("vetoes"), Metric::vetoes},
    std::pair{std::string_view("total"), Metric::points},
    std::pair{std::string_view("base"), Metric::base},
    std::pair{std::string_view("bonus"), Metric::bonus},
    std::pair{std::string_view("absent"), Metric::absent},
};

}  // namespace

void DocumentLoader::readScoring(ObjectReader& document) {
    const auto* value = document.member("scoring");
    if (!value) return;
    ObjectReader scoring(*value, "scoring", m_context);
    m_out.scoring.full = scoring.thousandths("full", ObjectReader::optional, 1, kMaxPoints);
    if (const auto na = scoring.oneOf("na", kNaNames, ObjectReader::optional)) m_na = static_cast<NaPolicy>(*na);
    if (const auto by = scoring.oneOf("by", {"points", "verdict"}, ObjectReader::optional))
        m_out.scoring.byVerdict = *by == 1;
    m_out.scoring.base = scoring.thousandths("base", ObjectReader::optional, 1, kMaxPoints).value_or(0);
    if (const auto binds = scoring.oneOf("recommended", {"finding", "advice"}, ObjectReader::optional))
        m_out.scoring.recommendedBinds = *binds == 0;
    m_evidence = readEvidence(scoring, {});
    readBonus(scoring);
    readPanel(scoring);
    const auto gradeLater = [&](std::string_view member, std::optional<std::size_t> Scoring::*which) {
        const std::string name = scoring.text(member, ObjectReader::optional);
        if (name.empty()) return;
        m_later.push_back([this, name, which, path = scoring.pathOf(member)] {
            std::vector<std::string_view> known;
            for (std::size_t i = 0; i < m_out.grades.size(); ++i) {
                if (m_out.grades[i].id == name) m_out.scoring.*which = i;
                known.push_back(m_out.grades[i].id);
            }
            if (!(m_out.scoring.*which))
                m_context.add(path, "there is no grade \"" + name.substr(0, 80) + "\"" + didYouMean(name, known));
        });
    };
    gradeLater("veto", &Scoring::veto);
    gradeLater("blocked", &Scoring::blocked);
}

void DocumentLoader::readGrades(ObjectReader& document) {
    if (!document.has("grades")) {
        // A form that scores nothing has no grades.
        m_later.push_back([this] {
            const bool scores = m_out.scoring.byVerdict || std::ranges::any_of(m_out.items, [](const Item& item) {
                                    return item.points > 0 || !item.advisory;
                                });
            if (scores) m_context.add("grades", "must be an array; it is missing");
        });
        return;
    }
    const auto* grades = document.array("grades", ObjectReader::needed);
    if (!grades || grades->empty()) return;
    for (std::size_t i = 0; i < grades->size(); ++i) readGrade((*grades)[i], "grades[" + std::to_string(i) + "]");
    if (!m_out.grades.empty() && !m_out.grades.back().anyOf.empty()) {
        m_context.add("grades[" + std::to_string(grades->size() - 1) + "].when",
                      "the last grade must have no condition, so that there always is one");
    }
    m_later.push_back([this] {
        bool hasVeto = false;
        for (const auto& item : m_out.items) hasVeto |= item.veto;
        if (hasVeto && !m_out.scoring.veto)
            m_context.add("scoring.veto", "must name the grade that a failed veto item gives");
    });
}

void DocumentLoader::readGrade(const json::value& value, const std::string& path) {
    ObjectReader grade(value, path, m_context);
    Grade read;
    read.id = grade.identifier("id", true);
    claim(m_gradeNames, read.id, grade, "id");
    read.label = grade.local("label", ObjectReader::needed);
    read.advice = grade.local("advice", ObjectReader::optional);
    if (const auto tone = grade.oneOf("tone", kVerdictNames, ObjectReader::needed)) read.tone = verdictAt(*tone);
    if (const auto* when = grade.array("when", ObjectReader::optional)) {
        for (std::size_t i = 0; i < when->size(); ++i) {
            read.anyOf.push_back(readAlternative((*when)[i], grade.pathOf("when") + "[" + std::to_string(i) + "]"));
        }
        if (when->empty()) grade.problem("when", "must hold at least one alternative; leave it out for \"always\"");
    }
    m_out.grades.push_back(std::move(read));
}

std::vector<GradeTest> DocumentLoader::readAlternative(const json::value& value, const std::string& path) {
    ObjectReader alternative(value, path, m_context);
    std::vector<GradeTest> out;
    for (const auto& [name, metric] : kMetrics) {
        const auto* test = alternative.member(name);
        if (!test) continue;
        ObjectReader range(*test, alternative.pathOf(name), m_context);
        GradeTest read{metric, std::nullopt, std::nullopt, std::nullopt, std::nullopt};
        const bool points = metric == Metric::points || metric == Metric::base || metric == Metric::bonus;
        if (m_out.scoring.byVerdict && (points || metric == Metric::percent))
            alternative.problem(name, "a checklist that is scored by verdict has no points");
        if (points || metric == Metric::percent) {
            const Points most = points ? kMaxPoints : 100 * kPoint;
            read.min = range.thousandths("min", ObjectReader::optional, 0, most);
            read.max = range.thousandths("max", ObjectReader::optional, 0, most);
        } else {
            if (range.has("min")) read.min = range.count("min", 0, kMostItems);
            if (range.has("max")) read.max = range.count("max", 0, kMostItems);
        }
        if (range.isObject() && !range.has("min") && !range.has("max"))
            alternative.problem(name, "must have min, max or both");
        out.push_back(read);
    }
    if (const auto* sections = alternative.member("sections"))
        readShareTests(*sections, alternative.pathOf("sections"), Metric::sectionPercent, out);
    if (const auto* levels = alternative.member("levels"))
        readShareTests(*levels, alternative.pathOf("levels"), Metric::levelPercent, out);
    for (auto& test : readFactTests(alternative, "facts"))
        out.push_back({Metric::fact, std::nullopt, std::nullopt, std::nullopt, std::move(test)});
    if (alternative.isObject() && out.empty())
        m_context.add(
            path,
            "must test something: points (or total), base, bonus, percent, failed, part, majorFailed, keyFailed, "
            "absent, vetoes, sections, levels or facts");
    return out;
}

void DocumentLoader::readShareTests(const json::value& value, const std::string& path, Metric metric,
                                    std::vector<GradeTest>& out) {
    const bool sections = metric == Metric::sectionPercent;
    const std::string what = sections ? "section" : "level";
    if (!value.is_object()) {
        m_context.add(
            path, "must be an object: a " + what + "'s id, or \"*\" for every " + what + ", and the least percentage");
        return;
    }
    for (const auto& entry : value.get_object()) {
        const std::string name(entry.key()), where = path + "." + name;
        if (name == "comment") continue;
        ObjectReader range(entry.value(), where, m_context);
        GradeTest read{metric, std::nullopt, std::nullopt, std::nullopt, std::nullopt};
        read.min =
            range.thousandths("min", range.has("max") ? ObjectReader::optional : ObjectReader::needed, 0, 100 * kPoint);
        read.max = range.thousandths("max", ObjectReader::optional, 0, 100 * kPoint);
        const auto find = [&](const auto& list) {
            for (std::size_t i = 0; i < list.size(); ++i) {
                if (list[i].id == name) read.section = i;
            }
        };
        if (name != "*") {
            sections ? find(m_out.sections) : find(m_out.levels);
            if (!read.section) m_context.add(where, "there is no " + what + " \"" + name.substr(0, 80) + "\"");
        }
        out.push_back(read);
    }
}

}  // namespace plumb::checklist
