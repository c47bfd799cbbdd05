#include "mobile/sign/sign_model.h"

#include "mobile/sign/sealing.h"
#include "mobile/sign/statement_row.h"
#include "mobile/ui/settings.h"
#include "mobile/ui/text.h"
#include "mobile/ui/text_rule.h"
#include "mobile/ui/time_text.h"
#include "shared/checklist/evaluate/value_text.h"
#include "shared/store/inspection_sign.h"
#include "shared/store/tuning.h"

namespace plumb::mobile {

using checklist::Verdict;

SignModel::SignModel(StoreThread& store, CheckModel& check, QObject* parent)
    : PinSigning(store, parent), m_check(check) {
    connect(&Settings::instance(), &Settings::languageChanged, this, [this] {
        if (m_statements.rowCount() > 0) showStatements();
        showContributors();
    });
}

QString SignModel::siteName() const {
    return m_check.siteName();
}
QString SignModel::siteCode() const {
    return m_check.openedDraft() ? qs(m_check.openedDraft()->site.code) : QString();
}
QString SignModel::licence() const {
    const auto* conduct = m_check.conduct();
    if (!conduct->nameDiffers()) return {};
    return tr("%1（%2）").arg(conduct->licence(), conduct->nameReason());
}
QString SignModel::address() const {
    return m_check.openedDraft() ? qs(m_check.openedDraft()->site.address) : QString();
}
QString SignModel::kind() const {
    if (m_check.rechecking()) return tr("复查");
    if (assessing()) return amending() ? tr("企业自评（补正）") : tr("企业自评");
    return amending() ? tr("监督抽查（补正）") : tr("监督抽查");
}
QString SignModel::signer() const {
    return m_check.openedDraft() ? m_check.openedDraft()->signer : QString();
}

bool SignModel::byTwo() const {
    return m_check.openedDraft() && !assessing() && !testing() && m_check.openedDraft()->checklist->signers > 1;
}

QString SignModel::period() const {
    if (!m_check.openedDraft()) return {};
    const qint64 from = msOf(m_check.openedDraft()->draft.started.utc), to = msOf(store().clock()().utc);
    const QString end = dayText(from) == dayText(to) ? clockText(to) : dayText(to) + u' ' + clockText(to);
    return tr("%1 %2 至 %3").arg(dayText(from), clockText(from), end);
}

QString SignModel::clock() const {
    return clockSentence(store().clockState(), msOf(store().tabletClock()().utc));
}

QString SignModel::basis() const {
    if (!m_check.session()) return {};
    return tr("依据检查表“%1”第 %2 版，共 %3 项，得分 %4 / %5")
        .arg(m_check.title(), qs(m_check.openedDraft()->checklist->version))
        .arg(m_check.totals()->total())
        .arg(m_check.totals()->points(), m_check.totals()->max());
}

QString SignModel::conclusion() const {
    if (!m_check.session()) return {};
    QString text = m_check.totals()->grade();
    if (const int vetoes = m_check.totals()->vetoes(); vetoes > 0)
        text += (text.isEmpty() ? QString() : tr("；")) + tr("否决 %n 项", nullptr, vetoes);
    return text;
}

QString SignModel::attachments() const {
    if (!m_check.openedDraft()) return {};
    const auto& draft = m_check.openedDraft()->draft;
    const QString photos = tr("附照片 %n 张", nullptr, static_cast<int>(draft.photos.size()));
    if (draft.documents.empty()) return photos;
    return tr("%1、文件 %n 份", nullptr, static_cast<int>(draft.documents.size())).arg(photos);
}

void SignModel::prepare() {
    m_sealedId.clear();
    m_sealedFingerprint.clear();
    m_said = {};
    clearProblem();
    settle();
    showStatements();
    m_filledBy.clear();
    showContributors();
    if (assessing()) readContributors();
    emit changed();
    emit stateChanged();
}

void SignModel::showStatements() {
    std::vector<TextRow> rows;
    if (m_check.session()) {
        const QString language = Settings::instance().language();
        const auto& session = *m_check.session();
        int plain = 0;
        for (const auto& item : session.checklist().items) {
            const auto state = session.item(item.id);
            if (!state.relevant) continue;
            if (state.verdict == Verdict::pass && state.note.empty()) {
                ++plain;
                continue;
            }
            QStringList parts;
            if (!state.note.empty()) parts.append(qs(state.note));
            if (state.verdict == Verdict::notApplicable)
                parts.append(tr("不适用，理由：%1").arg(qs(state.naReason)));
            else if (state.note.empty())
                parts.append(qs(state.explanation, language));
            QString text = tr("第 %1 项：%2").arg(qs(item.no), qs(item.text, language));
            text += u'\n' + parts.join(tr("；"));
            if (state.photos > 0) text += tr("（照片 %n 张）", nullptr, state.photos);
            rows.push_back({qs(item.id), qs(item.no), text, qs(checklist::verdictName(state.verdict))});
        }
        if (plain > 0)
            rows.push_back({QStringLiteral("rest"), QString(), tr("其余 %n 项符合，见评分表。", nullptr, plain),
                            QStringLiteral("pass")});
    }
    m_statements.set(std::move(rows));
}

void SignModel::forget() {
    m_said = {};
    m_content.clear();
    m_sealedId.clear();
    m_sealedFingerprint.clear();
    m_statements.set({});
    m_filledBy.clear();
    m_contributors.set({});
    clearProblem();
    emit changed();
}

void SignModel::readContributors() {
    store().ask(
        this, [draft = m_check.draft()](LocalStore& store) { return contributorsOf(store, draft); },
        [this, draft = m_check.draft()](Result<std::vector<ContributorInfo>> people) {
            if (draft != m_check.draft() || !people) return;
            m_filledBy = std::move(*people);
            showContributors();
        });
}

void SignModel::showContributors() {
    std::vector<TextRow> rows;
    for (const auto& person : m_filledBy) {
        QStringList numbers;
        for (const auto& id : person.items)
            if (const auto* item = m_check.session() ? m_check.session()->checklist().item(ss(id)) : nullptr)
                numbers.append(qs(item->no));
        rows.push_back({QString::number(rows.size()), person.name,
                        tr("%n 项：%1", nullptr, static_cast<int>(numbers.size())).arg(numbers.join(tr("、"))),
                        QString()});
    }
    m_contributors.set(std::move(rows));
}

void SignModel::settle() {
    m_content.clear();
    if (!m_check.openedDraft() || assessing()) return;
    // What is on its way to the disk is part of what is shown.
    m_check.saving()->whenSaved([this, draft = m_check.draft()](const Result<void>& saved) {
        if (!saved) return say(saved.error());
        store().ask(
            this,
            [draft, again = m_check.rechecking()](LocalStore& local) { return shownContent(local, draft, again); },
            [this, draft](Result<QString> content) {
                if (draft != m_check.draft()) return;
                if (!content) return say(content.error());
                m_content = *content;
                emit changed();
            });
    });
}

void SignModel::sayParty(const QString& name, const QString& role, const QByteArray& strokes) {
    m_said.partyName = name.trimmed();
    m_said.partyRole = role.trimmed();
    m_said.strokes = strokes;
    m_said.refusedReason.clear();
}

void SignModel::sayRefusal(const QString& reason, const QString& witness, const QString& witnessRole,
                           const QByteArray& witnessStrokes, const QString& noWitness) {
    m_said.refusedReason = reason.trimmed();
    m_said.noWitness = noWitness.trimmed();
    const bool seen = m_said.noWitness.isEmpty();
    m_said.witness = seen ? witness.trimmed() : QString();
    m_said.witnessRole = seen ? witnessRole.trimmed() : QString();
    m_said.witnessStrokes = seen ? witnessStrokes : QByteArray();
}

void SignModel::sayConduct(const QString& notShown, const QString& result, const QString& resultTo) {
    m_said.notShown = notShown.trimmed();
    m_said.result = result;
    m_said.resultTo = resultTo;
}

void SignModel::seal(const QString& pin, const QString& colleague, const QString& reason) {
    if (busy() || !m_check.openedDraft()) return;
    if (m_check.saving()->refusals() > 0 || m_check.saving()->state() == QLatin1String("failed")) {
        return say([this] { return tr("有内容没有存上，不能签名。请先改好：%1").arg(m_check.saving()->unsaved()); });
    }
    const auto name = static_cast<qsizetype>(store::kMaxNameBytes),
               words = static_cast<qsizetype>(checklist::kMaxAnswerBytes);
    for (const auto& [text, most] :
         {std::pair{colleague, name}, std::pair{m_said.partyName, name}, std::pair{m_said.partyRole, name},
          std::pair{m_said.witness, name}, std::pair{m_said.witnessRole, name}, std::pair{m_said.refusedReason, words},
          std::pair{m_said.noWitness, words}, std::pair{m_said.notShown, words}, std::pair{reason, words}}) {
        if (!textProblem(text, most).isEmpty())
            return say([text = text, most = most] { return textProblem(text, most); });
    }
    SignOrder order = m_said;
    order.draft = m_check.draft();
    order.recheck = m_check.rechecking();
    order.where = m_check.whereabouts();
    order.pin = pin;
    order.content = m_content;
    order.team.append(signer());
    if (!colleague.trimmed().isEmpty()) order.team.append(colleague.trimmed());
    order.reason = reason.trimmed();
    began();
    // What is signed is what stands on the screen: nothing of it is on its way to the disk still.
    m_check.saving()->whenSaved([this, order](const Result<void>& saved) {
        if (saved) return send(order);
        failed(saved.error());
    });
}

void SignModel::send(const SignOrder& order) {
    store().ask(
        this, [order](LocalStore& local) { return mobile::seal(local, order); },
        [this](Result<Sealed> record) {
            if (!record) return failed(record.error());
            m_sealedId = record->id;
            m_sealedFingerprint = record->hash.left(4) + u' ' + record->hash.mid(4, 4) + u' ' + record->hash.mid(8, 4) +
                                  u' ' + record->hash.mid(12, 4);
            done();
            emit store().storeChanged();
            emit sealed(m_sealedId);
        });
}

}  // namespace plumb::mobile
