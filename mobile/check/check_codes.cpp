#include "mobile/check/check_codes.h"

#include <utility>

#include "mobile/ui/settings.h"
#include "mobile/ui/text.h"

namespace plumb::mobile {

CodeKind codeKindOf(const checklist::Question& question) {
    using checklist::QuestionType;
    if (question.type != QuestionType::barcode && question.type != QuestionType::text) return CodeKind::any;
    const QString appearance = question.form ? qs(question.form->appearance) : QString();
    // A text is what it says of itself: "耳标是否齐全" may be its label.
    const bool code = question.type == QuestionType::barcode;
    return codeKindOf(appearance, code ? qs(question.label, QStringLiteral("zh")) : QString());
}

CheckCodes::CheckCodes(OpenCheck& check, CheckEditor& editor, QObject* parent)
    : QObject(parent), m_check(check), m_editor(editor) {}

bool CheckCodes::isCode(const QString& question) const {
    const auto key = m_check.isOpen() ? checklist::parseKey(m_check.list(), ss(question)) : std::nullopt;
    if (!key) return false;
    const auto& asked = m_check.list().questions[key->question];
    return asked.type == checklist::QuestionType::barcode || codeKindOf(asked) != CodeKind::any;
}

void CheckCodes::begin(const QString& question) {
    if (!m_check.isOpen()) return;
    const auto key = checklist::parseKey(m_check.list(), ss(question));
    if (!key) return;
    m_kind = codeKindOf(m_check.list().questions[key->question]);
    m_question = question;
    m_label = qs(m_check.session->question(ss(question)).label, Settings::instance().language());
    again();
}

void CheckCodes::end() {
    m_question.clear();
    again();
}

QString CheckCodes::wanted() const {
    switch (m_kind) {
        case CodeKind::earTag:
            return tr("耳标号，15 位数字");
        case CodeKind::creditCode:
            return tr("统一社会信用代码，18 位");
        case CodeKind::trace:
            return tr("追溯码");
        case CodeKind::any:
            break;
    }
    return {};
}

void CheckCodes::see(const QStringList& codes) {
    if (m_question.isEmpty() || !m_code.isEmpty() || !m_codes.isEmpty() || codes.isEmpty()) return;
    QStringList read, good;
    for (const auto& one : codes) {
        const QString text = codeText(m_kind, one);
        if (text.isEmpty() || read.contains(text)) continue;
        read.append(text);
        if (codeProblem(m_kind, text).isEmpty()) good.append(text);
    }
    // Labels carry several codes: where one of them alone is what is asked for, it is meant.
    if (m_kind != CodeKind::any && good.size() == 1) return pick(good.front());
    if (read.size() == 1) return pick(read.front());
    m_codes = good.size() > 1 ? good : read;
    emit changed();
}

void CheckCodes::pick(const QString& code) {
    if (m_question.isEmpty() || !m_check.isOpen()) return;
    m_codes.clear();
    const QString doubt = doubtOf(code);
    if (doubt.isEmpty()) return enter(code);
    m_code = code;
    m_doubt = doubt;
    emit changed();
}

void CheckCodes::takeAnyway() {
    if (!m_code.isEmpty()) enter(QString(m_code));
}

void CheckCodes::again() {
    m_code.clear();
    m_doubt.clear();
    m_codes.clear();
    emit changed();
}

void CheckCodes::enter(const QString& code) {
    const QString question = m_question;
    again();
    m_editor.answer(question, code);
    // The checklist may have a rule of its own: the field says what is wrong, and so does this.
    const auto state = m_check.session->question(ss(question));
    const QString problem = state.valid ? QString() : qs(state.problem, Settings::instance().language());
    emit entered(code, problem.isEmpty() ? tr("已填入 %1").arg(code) : tr("已填入 %1，但是：%2").arg(code, problem));
}

QString CheckCodes::doubtOf(const QString& code) const {
    QStringList out;
    if (const QString problem = codeProblem(m_kind, code); !problem.isEmpty()) out.append(problem);
    if (const QString place = placeOf(code); !place.isEmpty()) out.append(place);
    return out.join(u' ');
}

QString CheckCodes::placeOf(const QString& code) const {
    for (const auto& [key, value] : m_check.session->answers().values) {
        if (codeText(m_kind, qs(value)) != code) continue;
        const auto parsed = checklist::parseKey(m_check.list(), key);
        if (!parsed) continue;
        const auto& question = m_check.list().questions[parsed->question];
        if (question.type != checklist::QuestionType::barcode && codeKindOf(question) == CodeKind::any) continue;
        if (qs(key) == m_question) return tr("这个码刚才已经扫过，就填在这里。");
        const auto& item = m_check.list().items[question.item];
        QString where = qs(question.label, Settings::instance().language());
        // "plots[2]/tag": which of many.
        if (const auto at = key.rfind('['); at != std::string::npos)
            where += QStringLiteral(" ") + qs(key.substr(at + 1, key.find(']', at) - at - 1));
        return tr("同一个码已经填在第 %1 项“%2”里。").arg(qs(item.no), where);
    }
    return {};
}

}  // namespace plumb::mobile
