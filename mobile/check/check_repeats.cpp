#include "mobile/check/check_repeats.h"

#include "mobile/ui/text.h"

namespace plumb::mobile {

CheckRepeats::CheckRepeats(OpenCheck& check, CheckView& view, CheckPlace& place, CheckEditor& editor, QObject* parent)
    : QObject(parent), m_check(check), m_view(view), m_place(place), m_editor(editor) {
    connect(&editor, &CheckEditor::entered, this, [this] { setRemoved({}); });
}

void CheckRepeats::grown(const std::string& repeat, const CheckEditor::Taken& change) {
    QString newest;
    if (change) {
        // The new instance is the last one: it is what the person wants to fill now.
        for (const auto& row : m_check.session->rows(ss(m_check.item))) {
            if (row.kind == checklist::ItemRow::Kind::repeat && row.key == repeat)
                newest = qs(repeat) + u'[' + QString::number(row.instances) + u']';
        }
        m_view.item().fields().openWayTo(ss(newest));
    }
    m_editor.changed(change);
    if (!newest.isEmpty()) emit m_place.questionAsked(newest);
}

void CheckRepeats::add(const QString& repeat) {
    if (m_check.isOpen()) grown(ss(repeat), m_check.session->addInstance(ss(repeat)));
}

void CheckRepeats::duplicate(const QString& instance) {
    if (!m_check.isOpen()) return;
    const std::string like = ss(instance), repeat = like.substr(0, like.rfind('['));
    grown(repeat, m_check.session->addInstance(repeat, like));
}

void CheckRepeats::remove(const QString& instance, const QString& label) {
    if (!m_check.isOpen()) return;
    const auto removed = m_check.session->removeInstance(ss(instance));
    if (removed) m_check.refusals.removeInstance(ss(instance));
    m_editor.changed(removed);
    if (removed) setRemoved(label);
}

void CheckRepeats::toggle(const QString& instance) {
    if (!m_check.isOpen()) return;
    m_view.item().fields().toggleInstance(ss(instance));
    m_view.showItem();
}

void CheckRepeats::setRemoved(const QString& label) {
    if (m_removed == label) return;
    m_removed = label;
    emit removedChanged();
}

}  // namespace plumb::mobile
