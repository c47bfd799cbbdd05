#include "mobile/record/record_items.h"

#include <algorithm>
#include <map>

#include "mobile/ui/document_kind.h"
#include "mobile/ui/text.h"
#include "shared/checklist/evaluate/evaluation.h"
#include "shared/checklist/evaluate/fill.h"
#include "shared/checklist/model/facts.h"
#include "shared/checklist/score/score.h"
#include "shared/checklist/score/stated_score.h"
#include "shared/picture/marks.h"
#include "shared/records/evidence/marks_over.h"
#include "shared/store/attached_file.h"
#include "shared/store/file_release.h"

namespace plumb::mobile {

namespace {

using checklist::Verdict;

using Explanations = std::map<std::string, checklist::LocalText>;  // by item

// Of the items that come out here as the record states them.
Explanations explanationsOf(const checklist::Score& score, const checklist::StatedScore& stated) {
    Explanations out;
    for (const auto& item : score.items) {
        const auto* said = stated.item(item.id);
        if (said && said->verdict == item.verdict && said->points == item.points && said->max == item.max)
            out[item.id] = item.explanation;
    }
    return out;
}

class Reader {
  public:
    Reader(LocalStore& store, const record::Payload& payload, const checklist::Checklist& checklist,
           const checklist::Answers& answers, const checklist::StatedScore& score, const Explanations& explanations,
           checklist::ValueAt valueAt)
        : m_store(store),
          m_payload(payload),
          m_checklist(checklist),
          m_answers(answers),
          m_score(score),
          m_explanations(explanations),
          m_valueAt(std::move(valueAt)) {
        if (!score.items) return;
        for (const auto& item : *score.items) m_scores[item.id] = &item;
    }

    [[nodiscard]] std::vector<SectionInfo> sections() const {
        std::vector<SectionInfo> out;
        for (const auto& section : m_checklist.sections) out.push_back(factOf(section));
        // Sub-sections stand after the section that they are part of.
        for (std::size_t s = out.size(); s-- > 0;) {
            if (!m_checklist.sections[s].parent) continue;
            auto& whole = out[*m_checklist.sections[s].parent];
            const auto& part = out[s];
            whole.failed += part.failed;
            whole.part += part.part;
            whole.na += part.na;
            whole.answered += part.answered;
            whole.total += part.total;
        }
        return out;
    }

    [[nodiscard]] std::vector<std::pair<checklist::LocalText, checklist::LocalText>> facts() const {
        std::vector<std::pair<checklist::LocalText, checklist::LocalText>> out;
        for (const auto& fact : m_checklist.facts) {
            if (const auto value = m_answers.facts.find(fact.id); value != m_answers.facts.end())
                out.emplace_back(fact.label, checklist::LocalText(checklist::displayFact(fact, value->second, "zh"),
                                                                  checklist::displayFact(fact, value->second, "en")));
        }
        return out;
    }

  private:
    [[nodiscard]] SectionInfo factOf(const checklist::Section& section) const {
        SectionInfo fact;
        fact.id = qs(section.id);
        fact.title = section.title;
        fact.depth = static_cast<int>(section.depth);
        for (const auto& stated : m_score.sections) {
            if (stated.id != section.id) continue;
            fact.points = stated.points;
            fact.max = stated.max;
        }
        for (const std::size_t index : section.items) {
            const auto& item = m_checklist.items[index];
            const auto scored = m_scores.find(item.id);
            if (scored == m_scores.end()) continue;  // it was not asked
            auto row = factOf(item, *scored->second);
            fact.failed += row.verdict == Verdict::fail;
            fact.part += row.verdict == Verdict::part;
            fact.na += row.verdict == Verdict::notApplicable;
            fact.answered += row.verdict != Verdict::unanswered;
            ++fact.total;
            fact.items.push_back(std::move(row));
        }
        fact.bonus =
            !section.items.empty() && std::all_of(section.items.begin(), section.items.end(),
                                                  [&](std::size_t item) { return m_checklist.items[item].bonus; });
        if (fact.bonus) {
            for (const auto& item : fact.items) fact.points += item.points;
        }
        return fact;
    }

    [[nodiscard]] ItemInfo factOf(const checklist::Item& item, const checklist::StatedItem& score) const {
        ItemInfo row;
        row.id = qs(item.id);
        row.no = qs(item.no);
        row.text = item.text;
        row.verdict = score.verdict;
        row.points = score.points;
        row.max = score.max;
        if (const auto why = m_explanations.find(item.id); why != m_explanations.end()) row.explanation = why->second;
        if (const auto note = m_answers.notes.find(item.id); note != m_answers.notes.end()) row.note = qs(note->second);
        if (const auto na = m_answers.na.find(item.id); na != m_answers.na.end()) row.naReason = qs(na->second);
        row.answers = answersOf(m_checklist, item, m_answers.values, m_valueAt);
        for (auto& answer : row.answers) {
            keepThoseHere(answer.sounds, row.recordingsAway);
            keepThoseHere(answer.films, row.recordingsAway);
        }
        for (const auto& file : m_payload.files) {
            if (file.item != item.id) continue;
            if (file.role == store::kDocumentRole) addDocument(row, file);
            if (file.role != "evidence") continue;
            const auto* marks = records::marksOver(m_payload.files, file);
            if (!isHere(file.sha256)) {
                ++row.photosAway;
                // Its small picture stayed when the original was let go of. Marks lie over originals alone.
                const auto kept =
                    marks && hides(*marks) ? std::nullopt : store::keptPicture(**m_store.opened(), file.sha256);
                if (kept) {
                    row.photos.append(qs(kept->hex()));
                    row.photoFacts.push_back(m_store.photoFacts(*kept));
                }
                continue;
            }
            // Without its marks it would show what a mosaic hides.
            if (marks && !isHere(marks->sha256)) {
                ++row.photosAway;
                continue;
            }
            row.photos.append(qs(file.sha256.hex()) + (marks ? u'+' + qs(marks->sha256.hex()) : QString()));
            row.photoFacts.push_back(m_store.photoFacts(file.sha256));
        }
        return row;
    }

    [[nodiscard]] bool isHere(const Sha256& file) const { return (**m_store.opened()).vault().has(file); }

    // Whether something of the picture is not to be seen, or that cannot be told here.
    [[nodiscard]] bool hides(const record::FileRef& layer) const {
        const auto bytes = (**m_store.opened()).vault().get(layer.sha256);
        const auto marks = bytes ? picture::readMarks(asText(*bytes)) : Result<picture::MarkLayer>(fail(bytes.error()));
        return !marks || std::ranges::any_of(marks->marks,
                                             [](const auto& mark) { return mark.kind == picture::MarkKind::mosaic; });
    }

    // Of a PDF that is here the first page stands among the photos; others are told.
    void addDocument(ItemInfo& row, const record::FileRef& file) const {
        const bool sound = file.type.starts_with("audio/"), film = file.type.starts_with("video/");
        if (sound || film) {
            if (!(**m_store.opened()).vault().has(file.sha256)) return row.recordingsAway.push_back(file.sha256);
            return (sound ? row.sounds : row.films).append(qs(file.sha256.hex()));
        }
        const QString kind = documentKind(file.type);
        row.documents.emplace_back(kind, file.size);
        if (kind != QLatin1String("PDF") || !(**m_store.opened()).vault().has(file.sha256)) return;
        row.photos.append(qs(file.sha256.hex()));
        row.photoFacts.emplace_back();
    }

    // Those that are not on this device move over to `away`.
    void keepThoseHere(QStringList& recordings, std::vector<Sha256>& away) const {
        recordings.removeIf([&](const QString& hash) {
            const auto file = Sha256::fromHex(ss(hash));
            if (file && (**m_store.opened()).vault().has(*file)) return false;
            if (file) away.push_back(*file);
            return true;
        });
    }

    LocalStore& m_store;
    const record::Payload& m_payload;
    const checklist::Checklist& m_checklist;
    const checklist::Answers& m_answers;
    const checklist::StatedScore& m_score;
    const Explanations& m_explanations;
    checklist::ValueAt m_valueAt;
    std::map<std::string, const checklist::StatedItem*> m_scores;
};

}  // namespace

void readItems(LocalStore& store, RecordDetail& detail, const record::Payload& payload,
               const records::InspectionBody& said, const checklist::Checklist& checklist) {
    auto stated = said.score;
    const auto score = checklist::scoreAnswers(checklist, said.answers);
    if (!stated.items && score) stated.items = checklist::statedOf(*score).items;
    const auto explanations = score ? explanationsOf(*score, stated) : Explanations{};
    // Labels speak of computed answers, too, which no record states.
    checklist::Evaluation evaluation(checklist, checklist::scoringOptions(said.answers));
    checklist::ValueAt valueAt;
    if (checklist::fill(evaluation, said.answers).empty()) {
        evaluation.settle();
        valueAt = [&evaluation](const checklist::AnswerKey& key) { return evaluation.value(key).text; };
    }
    const Reader reader(store, payload, checklist, said.answers, stated, explanations, std::move(valueAt));
    if (score && score->points == stated.points && score->max == stated.max) detail.explanation = score->explanation;
    detail.sections = reader.sections();
    detail.facts = reader.facts();
    for (const auto& section : detail.sections) {
        for (const auto& item : section.items) {
            detail.recordingsAway += static_cast<int>(item.recordingsAway.size());
            detail.away.insert(detail.away.end(), item.recordingsAway.begin(), item.recordingsAway.end());
        }
    }
}

}  // namespace plumb::mobile
