// Where the person is in the check that is open, and the ways to somewhere else: to an item, to what lacks, to what was
// refused. UI thread.
#pragma once

#include <qqmlregistration.h>
#include <QObject>
#include <optional>

#include "mobile/check/check_notice.h"
#include "mobile/check/check_saving.h"
#include "mobile/check/check_view.h"
#include "mobile/check/open_check.h"

namespace plumb::mobile {

class CheckPlace : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("CheckModel.place")
    Q_PROPERTY(QString sectionId READ sectionId NOTIFY changed)
    Q_PROPERTY(QString itemId READ itemId NOTIFY changed)
    Q_PROPERTY(int itemIndex READ itemIndex NOTIFY changed)
    Q_PROPERTY(QString previousNo READ previousNo NOTIFY changed)
    Q_PROPERTY(QString nextNo READ nextNo NOTIFY changed)

  public:
    // All that is passed outlives this.
    CheckPlace(OpenCheck& check, CheckView& view, CheckSaving& saving, CheckNotice& notice, QObject* parent);

    [[nodiscard]] QString sectionId() const { return m_check.section; }
    [[nodiscard]] QString itemId() const { return m_check.item; }
    // Among the items of the section.
    [[nodiscard]] int itemIndex() const { return m_view.outline().indexOf(m_check.item); }
    // Of the items beside it; "" at the ends.
    [[nodiscard]] QString previousNo() const { return numberOf(neighbour(-1)); }
    [[nodiscard]] QString nextNo() const { return numberOf(neighbour(1)); }

    // To where the draft was left. REQUIRES: the check is open.
    void begin();

    Q_INVOKABLE void goTo(const QString& item);
    // To an answer, by its key: answered by questionAsked() once it is shown.
    Q_INVOKABLE void goToQuestion(const QString& item, const QString& question);
    Q_INVOKABLE void goToSection(const QString& section);
    Q_INVOKABLE void step(int by);
    // To the next item where something lacks or was refused.
    Q_INVOKABLE void nextMissing();
    // To where the facts are asked; answered by factsAsked().
    Q_INVOKABLE void goToFacts();
    // To the oldest thing that could not be kept.
    Q_INVOKABLE void goToRefused();

  signals:
    void changed();
    void factsAsked();
    void questionAsked(const QString& question);

  private:
    // The next item that applies, forwards (1) or backwards (-1).
    [[nodiscard]] const checklist::Item* neighbour(int by) const;
    // How many items lie between the open one and another, going forwards and round.
    [[nodiscard]] std::size_t wayTo(const std::string& item) const;
    void goToRefusal(const Refusal& refused);
    [[nodiscard]] static QString numberOf(const checklist::Item* item);

    OpenCheck& m_check;
    CheckView& m_view;
    CheckSaving& m_saving;
    CheckNotice& m_notice;
};

}  // namespace plumb::mobile
