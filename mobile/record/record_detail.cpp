// One record as its page shows it: what it says, and what this device itself verified about it.
#include <algorithm>

#include "mobile/record/answer_list.h"
#include "mobile/store/local_store.h"
#include "mobile/ui/text.h"
#include "shared/checklist/facts.h"

namespace plumb::mobile {

namespace {

using checklist::Verdict;

std::string languageOf(const checklist::Checklist& checklist) {
    return QLocale().language() == QLocale::English ? "en"
           : checklist.languages.empty()            ? "zh"
                                                    : checklist.languages.front();
}

}  // namespace

void Desk::readItems(RecordDetail& detail, const record::Payload& payload, const checklist::Checklist& checklist,
                     const checklist::Score& score) {
    const auto answers = checklist::Answers::fromJson(payload.body);
    if (!answers) return;
    const std::string language = languageOf(checklist);
    std::map<std::string, const checklist::ItemScore*> scores;
    for (const auto& item : score.items) scores[item.id] = &item;
    for (const auto& section : checklist.sections) {
        SectionFact fact;
        fact.id = qs(section.id);
        fact.title = section.title;
        fact.depth = static_cast<int>(section.depth);
        for (const auto& stated : score.sections) {
            if (stated.id != section.id) continue;
            fact.points = stated.points;
            fact.max = stated.max;
        }
        for (const std::size_t index : section.items) {
            const auto& item = checklist.items[index];
            const auto found = scores.find(item.id);
            if (found == scores.end() || found->second->verdict == Verdict::notRelevant) continue;
            ItemFact row;
            row.id = qs(item.id);
            row.no = qs(item.no);
            row.text = item.text;
            row.verdict = found->second->verdict;
            row.points = found->second->points;
            row.max = found->second->max;
            row.explanation = found->second->explanation;
            if (const auto note = answers->notes.find(item.id); note != answers->notes.end())
                row.note = qs(note->second);
            if (const auto na = answers->na.find(item.id); na != answers->na.end()) row.naReason = qs(na->second);
            row.answers = answersOf(checklist, item, answers->values, language);
            for (const auto& file : payload.files) {
                if (file.role != "evidence" || file.item != item.id) continue;
                row.photos.append(qs(file.sha256.hex()));
                row.photoFacts.push_back(factsOf(file.sha256));
            }
            fact.failed += row.verdict == Verdict::fail;
            fact.part += row.verdict == Verdict::part;
            fact.na += row.verdict == Verdict::notApplicable;
            fact.answered += row.verdict != Verdict::unanswered;
            ++fact.total;
            fact.items.push_back(std::move(row));
        }
        fact.bonus =
            !section.items.empty() && std::all_of(section.items.begin(), section.items.end(),
                                                  [&](std::size_t item) { return checklist.items[item].bonus; });
        if (fact.bonus) {
            for (const auto& item : fact.items) fact.points += item.points;
        }
        detail.sections.push_back(std::move(fact));
    }
    // Sub-sections stand after the section that they are part of.
    for (std::size_t s = checklist.sections.size(); s-- > 0;) {
        if (!checklist.sections[s].parent) continue;
        auto& whole = detail.sections[*checklist.sections[s].parent];
        const auto& part = detail.sections[s];
        whole.failed += part.failed;
        whole.part += part.part;
        whole.na += part.na;
        whole.answered += part.answered;
        whole.total += part.total;
    }
    for (const auto& fact : checklist.facts) {
        if (const auto value = answers->facts.find(fact.id); value != answers->facts.end())
            detail.facts.emplace_back(fact.label, qs(checklist::displayFact(fact, value->second, language)));
    }
}

// Read once: a record's page is filled anew whenever a sync wrote something.
const store::PhotoFacts& Desk::factsOf(const Sha256& photo) {
    const auto known = m_photoFacts.find(photo);
    if (known != m_photoFacts.end()) return known->second;
    const auto content = m_store->vault().get(photo);
    return m_photoFacts[photo] = content ? store::photoFacts(*content) : store::PhotoFacts{};
}

void Desk::verify(RecordDetail& detail, const store::RecordRow& row, const record::Payload& payload) {
    detail.hash = qs(row.hash.hex());
    detail.seq = row.seq;
    detail.logIndex = row.logIndex;
    detail.provedSize = row.provedSize;
    const auto line = m_store->line(row.hash);
    const auto book = m_store->trust();
    if (line) {
        detail.suite = crypto::suiteName(line->suite());
        if (book) detail.signatureGood = book->checkAuthor(*line, payload).has_value();
        if (!detail.signatureGood && row.own) {
            const auto key = m_store->deviceKey();
            detail.signatureGood = key && line->verify(key->publicKey()).has_value();
        }
    }
    if (!payload.prev)
        detail.chainLinked = payload.seq == 1;
    else if (const auto before = m_store->recordByHash(*payload.prev))
        detail.chainLinked = before->seq + 1 == row.seq && before->kid == row.kid;
    if (const auto party = objectAt(payload.body, "party", "body")) {
        if (const auto image = Sha256::fromHex(textOr(**party, "signature"))) {
            const auto named = std::any_of(payload.files.begin(), payload.files.end(), [&](const auto& file) {
                return file.role == "signature" && file.sha256 == *image;
            });
            detail.signatureImage = qs(image->hex());
            // Reading it checks the seal, whose identity is the hash.
            detail.partyBound = named && (m_store->vault().get(*image).has_value() || !m_store->vault().has(*image));
        }
        detail.partyName = qs(textOr(**party, "name"));
        detail.partyRole = qs(textOr(**party, "role"));
        if (const auto refused = objectAt(**party, "refused", "body.party")) {
            detail.refusedReason = qs(textOr(**refused, "reason"));
            detail.witness = qs(textOr(**refused, "witness"));
        }
    }
    if (payload.seen) {
        if (const auto seen = m_store->checkpoint(payload.seen->size)) detail.afterMs = msOf(seen->checkpoint.time.utc);
    }
    if (row.provedSize) {
        if (const auto proved = m_store->checkpoint(*row.provedSize))
            detail.beforeMs = msOf(proved->checkpoint.time.utc);
    }
    if (const auto newest = m_store->newestCheckpoint()) detail.logSize = newest->checkpoint.size;
    for (const auto& file : payload.files) {
        detail.photos += file.role == "evidence";
        detail.fileBytes += file.size;
    }
    detail.photosMissing = static_cast<int>(m_store->tallyOf(payload.files, "evidence").missing);
    detail.filesWaiting = static_cast<int>(m_store->tallyOf(payload.files).missing);
    const auto end = [](qint64 ms) {
        return ms > 0 ? std::optional(TimePoint(std::chrono::milliseconds(ms))) : std::nullopt;
    };
    detail.place = domain::placeInBracket(payload.at.utc, end(detail.afterMs), end(detail.beforeMs));
    detail.correctedPlace =
        domain::placeInBracket(record::correctedAt(payload), end(detail.afterMs), end(detail.beforeMs));
    if (payload.clock) detail.correctedMs = msOf(record::correctedAt(payload));
}

Result<RecordDetail> Desk::record(const QString& id) {
    const auto store = opened();
    if (!store) return fail(store.error());
    const auto row = (*store)->recordById(ss(id));
    if (!row) return fail(ErrorKind::notFound, "no_record", "this record is not on this device");
    auto fact = factOf(*row);
    if (!fact) return fail(fact.error());
    auto versions = versionsOf(*row);
    if (!versions) return fail(versions.error());
    const auto& newest = versions->lines[versions->story.newest].payload;
    const auto& newestRow = versions->rows[versions->story.newest];

    RecordDetail out;
    out.fact = std::move(*fact);
    if (auto site = store::siteById(**store, row->site))
        out.site = std::move(*site);
    else
        out.site.name = ss(out.fact.siteName);
    out.signedMs = msOf(newest.at.utc);
    out.amendReason = qs(textOr(newest.body, "reason"));
    if (const auto at = parseInstant(textOr(newest.body, "started"))) out.startedMs = msOf(at->utc);
    if (const auto at = parseInstant(textOr(newest.body, "finished"))) out.finishedMs = msOf(at->utc);
    if (const auto team = arrayAt(newest.body, "team", "body")) {
        for (const auto& member : **team)
            if (member.is_object()) out.team.append(qs(textOr(member.get_object(), "name")));
    }

    std::shared_ptr<const checklist::Checklist> document;
    if (const auto used = objectAt(newest.body, "checklist", "body")) {
        out.checklistVersion = qs(textOr(**used, "version"));
        if (const auto hash = Sha256::fromHex(textOr(**used, "sha256"))) {
            if (auto loaded = this->document(*hash)) document = *loaded;
        }
    }
    if (document) {
        if (const auto answers = checklist::Answers::fromJson(newest.body)) {
            if (const auto score = checklist::scoreAnswers(*document, *answers)) {
                out.explanation = score->explanation;
                readItems(out, newest, *document, *score);
            }
        }
    }
    if (const auto moved = arrayAt(newest.body, "moved")) {
        for (const auto& left : **moved)
            if (left.is_object()) out.leftVersions.append(qs(textOr(left.get_object(), "version")));
    }
    const auto numberOf = [&](const std::string& item) {
        const auto* known = document ? document->item(item) : nullptr;
        return known ? qs(known->no) : qs(item);
    };
    if (const auto findings = arrayAt(newest.body, "findings", "body")) {
        for (const auto& value : **findings) {
            if (!value.is_object()) continue;
            const auto finding = store::findingFromJson(value.get_object());
            out.findings.push_back({qs(finding.item), numberOf(finding.item), qs(finding.severity), qs(finding.text),
                                    qs(finding.where), qs(finding.due)});
        }
    }
    const auto book = (*store)->trust();
    for (const std::size_t at : versions->story.reviews) {
        const auto& line = versions->lines[at];
        ReviewFact review;
        review.accepted = line.payload.type == "review.accepted";
        review.comment = qs(textOr(line.payload.body, "comment"));
        review.atMs = msOf(line.payload.at.utc);
        if (book) {
            if (const auto* member = book->member(line.kid)) review.reviewer = qs(member->personName);
        }
        if (const auto items = arrayAt(line.payload.body, "items", "body")) {
            for (const auto& value : **items)
                if (value.is_object())
                    review.items.emplace_back(numberOf(textOr(value.get_object(), "item")),
                                              qs(textOr(value.get_object(), "comment")));
        }
        out.reviews.push_back(std::move(review));
    }
    verify(out, newestRow, newest);
    out.canAmend = row->own && out.fact.status != domain::InspectionStatus::accepted;
    return out;
}

}  // namespace plumb::mobile
