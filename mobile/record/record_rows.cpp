// The steps, sections, items and checks of a record, in words.
#include <QLocale>

#include "mobile/position/place_line.h"
#include "mobile/record/outcome_rows.h"
#include "mobile/record/record_detail.h"
#include "mobile/record/record_model.h"
#include "mobile/ui/answer_text.h"
#include "mobile/ui/rows.h"
#include "mobile/ui/settings.h"
#include "mobile/ui/text.h"
#include "mobile/ui/time_text.h"
#include "mobile/ui/visit_words.h"
#include "shared/records/inspection/test_mode.h"

namespace plumb::mobile {

namespace {

QString verdictWord(checklist::Verdict verdict) {
    return qs(checklist::verdictName(verdict));
}

// A line for each photo into which its camera wrote a place or a time.
QString placesOf(const ItemInfo& item, const store::Site& site) {
    QStringList lines;
    for (std::size_t i = 0; i < item.photoFacts.size(); ++i) {
        const auto& facts = item.photoFacts[i];
        QStringList parts;
        if (facts.place) {
            parts.append(
                QStringLiteral("%1, %2").arg(facts.place->latitude, 0, 'f', 5).arg(facts.place->longitude, 0, 'f', 5));
            if (site.latitude && site.longitude) {
                const double metres = store::metresBetween(*facts.place, {*site.latitude, *site.longitude});
                parts.append(
                    metres < 1000
                        ? RecordModel::tr("距检查对象 %1 m").arg(qRound(metres))
                        : RecordModel::tr("距检查对象 %1 km").arg(metres / 1000, 0, 'f', metres < 100'000 ? 1 : 0));
            }
        }
        if (!facts.taken.empty()) parts.append(RecordModel::tr("相机时间 %1").arg(qs(facts.taken)));
        if (!parts.isEmpty())
            lines.append(RecordModel::tr("照片 %1：%2").arg(i + 1).arg(parts.join(QStringLiteral(" · "))));
    }
    return lines.join(u'\n');
}

}  // namespace

void RecordModel::fillSteps() {
    using store::RecordState;
    const auto& fact = m_detail->fact;
    const bool refused = fact.state == RecordState::refused;
    const bool sent =
        fact.state == RecordState::sent || fact.state == RecordState::proved || fact.state == RecordState::pulled;
    const bool proved = m_detail->provedSize.has_value();
    const bool waits = fact.status == records::InspectionStatus::incomplete;
    const bool test = records::isTest(fact.status);
    const bool reviewed = !waits && !test && fact.status != records::InspectionStatus::submitted;
    const auto state = [](bool done, bool now) {
        return done ? QStringLiteral("done") : now ? QStringLiteral("now") : QStringLiteral("todo");
    };

    // With its day where it is another than that of the signature, which stands above.
    const auto timeOf = [this](qint64 ms) {
        return dayText(ms) == dayText(m_detail->signedMs) ? clockText(ms) : momentText(ms, msOf(m_store.clock()().utc));
    };

    std::vector<StepRow> rows;
    const QString signer = fact.own ? tr("本机") : m_detail->signer.isEmpty() ? tr("其他设备") : m_detail->signer;
    rows.push_back({QStringLiteral("signed"), tr("已签名"), clockText(m_detail->signedMs) + u' ' + signer,
                    QStringLiteral("done")});
    rows.push_back({QStringLiteral("sent"),
                    refused ? tr("未收下")
                    : sent  ? tr("已送达")
                            : tr("待送达"),
                    refused ? tr("原因见下")
                    : sent  ? (m_detail->filesWaiting > 0 ? tr("文件还没有到齐") : tr("服务器"))
                            : tr("有网络时自动上传"),
                    refused ? QStringLiteral("fail") : state(sent, true)});
    const QString proof = proved && m_detail->beforeMs ? tr("%1 可证明").arg(timeOf(m_detail->beforeMs))
                          : proved                     ? tr("可证明")
                          : inLog()                    ? tr("服务器所说，本机未核验")
                                                       : QString();
    rows.push_back({QStringLiteral("logged"), inLog() ? tr("已入日志") : tr("待入日志"), proof, state(inLog(), sent)});
    if (fact.status == records::InspectionStatus::accepted)
        rows.push_back({QStringLiteral("reviewed"), tr("已接受"), timeOf(fact.reviewMs), QStringLiteral("done")});
    else if (fact.status == records::InspectionStatus::returned)
        rows.push_back({QStringLiteral("reviewed"), tr("退回补正"), timeOf(fact.reviewMs), QStringLiteral("fail")});
    else if (test)
        rows.push_back({QStringLiteral("reviewed"), tr("不审核"), tr("试用记录"), QStringLiteral("todo")});
    else if (waits)
        rows.push_back(
            {QStringLiteral("reviewed"), tr("等第二名检查员签字"), tr("签字之后才能审核"), state(false, inLog())});
    else if (m_detail->waitsForSecond)
        rows.push_back({QStringLiteral("reviewed"), tr("等第二名审核员"), tr("一名已同意"), state(false, inLog())});
    else
        rows.push_back({QStringLiteral("reviewed"), tr("待审核"), QString(), state(false, inLog())});
    m_steps.set(std::move(rows));
    m_reached = reviewed && sent ? 4 : inLog() ? 3 : sent ? 2 : 1;
}

void RecordModel::fillSections() {
    const QString language = Settings::instance().language();
    std::vector<SectionRow> sections;
    std::vector<OutcomeRow> items;
    for (const auto& section : m_detail->sections) {
        SectionRow row;
        row.id = section.id;
        row.title = qs(section.title, language);
        row.points = tr("%1 / %2").arg(pointsText(section.points), pointsText(section.max));
        row.total = section.total;
        row.depth = section.depth;
        if (section.total > 0 && section.answered == 0) {
            row.outcome = tr("未填");
            if (section.bonus) row.points = QStringLiteral("—");
        } else if (section.bonus) {
            row.points = tr("+%1").arg(pointsText(section.points));
            row.outcome = section.points > 0 ? tr("有加分") : tr("没有加分");
            row.outcomeTone = section.points > 0 ? QStringLiteral("pass") : QStringLiteral("na");
        } else if (section.failed > 0) {
            row.outcome = tr("%n 项不符合", nullptr, section.failed);
            row.outcomeTone = QStringLiteral("fail");
        } else if (section.part > 0) {
            row.outcome = tr("%n 项部分符合", nullptr, section.part);
            row.outcomeTone = QStringLiteral("part");
        } else if (section.na > 0) {
            row.outcome = tr("%n 项不适用", nullptr, section.na);
            row.outcomeTone = QStringLiteral("na");
        } else {
            row.outcome = tr("全部符合");
            row.outcomeTone = QStringLiteral("pass");
        }
        for (const auto& item : section.items) {
            OutcomeRow outcome;
            outcome.id = item.id;
            outcome.section = row.title;
            outcome.no = item.no;
            outcome.text = qs(item.text, language);
            outcome.verdict = verdictWord(item.verdict);
            outcome.score =
                item.max > 0 ? tr("%1 / %2").arg(pointsText(item.points), pointsText(item.max)) : QStringLiteral("—");
            QStringList lines;
            for (const auto& answer : item.answers) {
                const QString label = qs(answer.label, language);
                const QString line = !answer.heading
                                         ? tr("%1：%2").arg(label, answerText(*answer.question, answer.value, language))
                                     : answer.instance == 0 ? label
                                                            : tr("%1 %2").arg(label).arg(answer.instance);
                // Recordings that are here are played below, under what was asked.
                const auto recordings = answer.sounds.size() + answer.films.size();
                if (recordings == 0 || recordings < answer.recordings)
                    lines.append(QString(answer.depth, QChar(0x3000)) + line);
                outcome.sounds.append(answer.sounds);
                outcome.soundLabels.append(QStringList(answer.sounds.size(), label));
                outcome.films.append(answer.films);
                outcome.filmLabels.append(QStringList(answer.films.size(), label));
            }
            outcome.sounds.append(item.sounds);
            outcome.soundLabels.append(QStringList(item.sounds.size(), tr("录音")));
            outcome.films.append(item.films);
            outcome.filmLabels.append(QStringList(item.films.size(), tr("录像")));
            if (!item.naReason.isEmpty()) lines.append(tr("不适用：%1").arg(item.naReason));
            if (!item.note.isEmpty()) lines.append(tr("情况说明：%1").arg(item.note));
            for (const auto& [kind, bytes] : item.documents)
                lines.append(tr("%1 文件 · %2").arg(kind, bytesText(bytes)));
            if (item.photosAway > 0) lines.append(tr("照片 %n 张，不在本机", nullptr, item.photosAway));
            if (!item.recordingsAway.empty())
                lines.append(tr("录音录像 %n 个，不在本机", nullptr, static_cast<int>(item.recordingsAway.size())));
            outcome.detail = lines.join(u'\n');
            outcome.places = placesOf(item, m_detail->site);
            fillTalk(outcome, item.id);
            for (const auto& hash : item.photos) outcome.photos.append(QStringLiteral("image://sealed/") + hash);
            items.push_back(std::move(outcome));
        }
        sections.push_back(std::move(row));
    }
    m_sections.set(std::move(sections));
    m_items.set(std::move(items));
}

void RecordModel::fillTalk(OutcomeRow& row, const QString& item) const {
    const auto found = m_detail->talk.items.find(item);
    if (found == m_detail->talk.items.end()) return;
    const auto& talk = found->second;
    for (const auto& one : talk.said)
        row.remarks.append(
            tr("%1：%2").arg(one.own ? tr("我") : one.who, one.text.isEmpty() ? tr("标为解决") : one.text));
    const auto count = static_cast<int>(talk.said.size());
    row.talk = talk.waits > 0  ? tr("问答 %n 条，等您回复", nullptr, count)
               : talk.open > 0 ? tr("问答 %n 条，等对方回复", nullptr, count)
                               : tr("问答 %n 条，已解决", nullptr, count);
    row.talkWaits = talk.waits > 0;
}

QString RecordModel::besideHead() const {
    if (!m_detail || !m_detail->beside) return {};
    const auto& beside = *m_detail->beside;
    QString head =
        tr("检查 %1（%2 / %3）· 自评 %4（%5 / %6）")
            .arg(dayText(beside.inspectedMs), pointsText(beside.inspectedPoints), pointsText(beside.inspectedMax),
                 dayText(beside.assessedMs), pointsText(beside.assessedPoints), pointsText(beside.assessedMax));
    if (beside.inspectedVersion != beside.assessedVersion)
        head += u'\n' + tr("检查按第 %1 版，自评按第 %2 版。").arg(beside.inspectedVersion, beside.assessedVersion);
    return head;
}

void RecordModel::fillBeside() {
    std::vector<BesideRow> rows;
    if (m_detail->beside) {
        const QString in = Settings::instance().language();
        const auto points = [](const BesideSide& side) {
            return side.max > 0 ? tr("%1 / %2").arg(pointsText(side.points), pointsText(side.max)) : QString();
        };
        for (const auto& item : m_detail->beside->items)
            rows.push_back({item.id,
                            item.no,
                            qs(item.text, in),
                            item.inspected.asked ? verdictWord(item.inspected.verdict) : QString(),
                            points(item.inspected),
                            item.inspected.words,
                            item.assessed.asked ? verdictWord(item.assessed.verdict) : QString(),
                            points(item.assessed),
                            item.assessed.words,
                            {},
                            {},
                            item.differs});
    }
    m_beside.set(std::move(rows));
}

QString RecordModel::previousHead() const {
    if (!m_detail || !m_detail->previous) return {};
    const auto& previous = *m_detail->previous;
    QString head =
        tr("上次检查 %1（%2 / %3）").arg(dayText(previous.atMs), pointsText(previous.points), pointsText(previous.max));
    if (previous.worse > 0) head += QStringLiteral(" · ") + tr("%n 项变差", nullptr, previous.worse);
    if (previous.better > 0) head += QStringLiteral(" · ") + tr("%n 项变好", nullptr, previous.better);
    if (previous.version != previous.versionNow)
        head +=
            u'\n' + tr("上次按第 %1 版，这次按第 %2 版，按得分比例比较。").arg(previous.version, previous.versionNow);
    return head;
}

void RecordModel::fillPrevious() {
    std::vector<BesideRow> rows;
    if (m_detail->previous) {
        const QString in = Settings::instance().language();
        const auto points = [](const BesideSide& side) {
            return side.max > 0 ? tr("%1 / %2").arg(pointsText(side.points), pointsText(side.max)) : QString();
        };
        const auto verdict = [](const BesideSide& side, bool vetoed) {
            return !side.asked ? QString() : vetoed ? QStringLiteral("veto") : verdictWord(side.verdict);
        };
        const auto change = [](VisitChange of) -> std::pair<QString, const char*> {
            switch (of) {
                case VisitChange::worse:
                    return {tr("变差"), "fail"};
                case VisitChange::better:
                    return {tr("变好"), "pass"};
                case VisitChange::other:
                    return {tr("判定方式不同"), "na"};
                case VisitChange::fresh:
                    return {tr("上次没有此项"), "na"};
                case VisitChange::gone:
                    return {tr("这次没有此项"), "na"};
                case VisitChange::same:
                    break;
            }
            return {QString(), ""};
        };
        for (const auto& item : m_detail->previous->items) {
            const auto [word, tone] = change(item.change);
            rows.push_back({item.id, item.no, qs(item.text, in), verdict(item.now, item.vetoedNow), points(item.now),
                            item.now.words, verdict(item.then, item.vetoedThen), points(item.then), item.then.words,
                            word, QString::fromLatin1(tone), item.change != VisitChange::same});
        }
    }
    m_previous.set(std::move(rows));
}

NamedValueRow RecordModel::partyCheck() const {
    const QString id = QStringLiteral("party"), name = tr("被检查方");
    if (!m_detail->refusedReason.isEmpty()) {
        const QString who = m_detail->witnessRole.isEmpty()
                                ? m_detail->witness
                                : tr("%1，%2").arg(m_detail->witness, m_detail->witnessRole);
        QString text = m_detail->noWitness.isEmpty()
                           ? tr("拒签：%1（见证人 %2）").arg(m_detail->refusedReason, who)
                           : tr("拒签：%1（没有见证人：%2）").arg(m_detail->refusedReason, m_detail->noWitness);
        if (!m_detail->witnessStrokes.isEmpty()) text += tr("，见证人已手写签名");
        if (const int files = m_detail->refusalFiles.count; files > 0) text += tr("，证明材料 %n 件", nullptr, files);
        return {id, name, text, QStringLiteral("part"), QString()};
    }
    if (!m_detail->absent.isEmpty()) return {id, name, tr("不在场：%1").arg(m_detail->absent), QString(), QString()};
    if (m_detail->partyBound && m_detail->partyEarlier)
        return {id, name, tr("%1 手写签名已绑定（答案、问题和得分；不含照片）").arg(m_detail->partyName),
                QStringLiteral("pass"), QStringLiteral("check")};
    if (m_detail->partyBound)
        return {id, name, tr("%1 手写签名已绑定").arg(m_detail->partyName), QStringLiteral("pass"),
                QStringLiteral("check")};
    return {id, name, tr("手写签名缺失或已改动"), QStringLiteral("fail"), QStringLiteral("close")};
}

NamedValueRow RecordModel::certificateCheck() const {
    const QString id = QStringLiteral("certificate"), name = tr("执法证号");
    const auto& until = m_detail->certifiedUntil;
    if (!until) return {id, name, m_detail->certificate, QString(), QString()};
    const bool over = m_detail->checkedOn && *until < *m_detail->checkedOn;
    if (over)
        return {id, name, tr("%1，检查当天已过有效期（至 %2）").arg(m_detail->certificate, qs(plumb::dayText(*until))),
                QStringLiteral("fail"), QStringLiteral("close")};
    return {id, name, tr("%1，有效期至 %2").arg(m_detail->certificate, qs(plumb::dayText(*until))), QString(),
            QString()};
}

NamedValueRow RecordModel::taskCheck() const {
    const QString id = QStringLiteral("task"), name = tr("检查任务");
    const auto& word = *m_detail->taskWord;
    if (word.fault == records::VisitFault::none && !word.byOther)
        return {id, name, tr("因这次检查结束"), QStringLiteral("pass"), QStringLiteral("check")};
    return {id, name, word.byOther ? tr("已由另一次检查结束") : visitSentence(word.fault), QStringLiteral("part"),
            QString()};
}

void RecordModel::fillChecks() {
    const QString good = QStringLiteral("pass"), bad = QStringLiteral("fail"), tick = QStringLiteral("check"),
                  cross = QStringLiteral("close");
    std::vector<NamedValueRow> rows;
    const QString signature = m_detail->assessment ? tr("企业签名") : tr("检查员签名");
    rows.push_back(m_detail->signatureGood
                       ? NamedValueRow{QStringLiteral("signature"), signature,
                                       tr("有效（%1）").arg(qs(m_detail->suite)), good, tick}
                       : NamedValueRow{QStringLiteral("signature"), signature, tr("无效"), bad, cross});
    if (!m_detail->certificate.isEmpty()) rows.push_back(certificateCheck());
    const auto& cosigned = m_detail->cosignPlace;
    const QString there = cosigned ? tr(" · ") + placeLine(*cosigned, m_detail->site).text : QString();
    if (!m_detail->cosigner.isEmpty())
        rows.push_back(m_detail->cosignGood
                           ? NamedValueRow{QStringLiteral("cosigned"), tr("第二名检查员"),
                                           tr("%1，签的是同一份内容").arg(m_detail->cosigner) + there, good, tick}
                           : NamedValueRow{QStringLiteral("cosigned"), tr("第二名检查员"),
                                           tr("%1 的签名核对不上").arg(m_detail->cosigner), bad, cross});
    if (m_detail->taskWord) rows.push_back(taskCheck());
    if (!m_detail->assessment) rows.push_back(partyCheck());  // of itself an enterprise is no inspected party
    if (!m_detail->chainKnown)
        rows.push_back({QStringLiteral("chain"), tr("前一条记录"), tr("不在本机，无从核对"), QString(), QString()});
    else if (m_detail->chainLinked)
        rows.push_back({QStringLiteral("chain"), tr("前一条记录"),
                        m_detail->seq > 1    ? tr("相连（第 %1 条）").arg(m_detail->seq - 1)
                        : m_detail->fact.own ? tr("本机第一条")
                                             : tr("该设备的第一条"),
                        good, tick});
    else
        rows.push_back({QStringLiteral("chain"), tr("前一条记录"), tr("接不上"), bad, cross});
    if (m_detail->logIndex && m_detail->logSize)
        rows.push_back({QStringLiteral("log"), tr("日志"),
                        tr("第 %1 / %2 条")
                            .arg(QLocale().toString(*m_detail->logIndex + 1), QLocale().toString(*m_detail->logSize)),
                        m_detail->provedSize ? good : QString(), m_detail->provedSize ? tick : QString()});
    else
        rows.push_back({QStringLiteral("log"), tr("日志"), tr("尚未送达"), QString(), QString()});
    if (m_detail->photosMissing > 0)
        rows.push_back({QStringLiteral("files"), tr("照片"), notThere(), QStringLiteral("part"), QString()});
    if (!clockWord().isEmpty()) {
        const bool told = m_detail->correctedMs && m_detail->correctedPlace == domain::InBracket::inside;
        rows.push_back({QStringLiteral("clock"), tr("签名时间"), clockWord(), told ? QStringLiteral("part") : bad,
                        told ? QString() : cross});
    }
    m_checks.set(std::move(rows));
}

}  // namespace plumb::mobile
