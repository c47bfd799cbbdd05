// Standards: searched offline, judged on a day, one of them looked at with the items that cite it; and what somebody
// says about a clause, signed with the PIN. UI thread.
#pragma once

#include <qqmlregistration.h>
#include <QObject>
#include <optional>

#include "mobile/sign/pin_signing.h"
#include "mobile/standards/shelf.h"
#include "mobile/standards/standard_rows.h"
#include "mobile/ui/rows.h"

namespace plumb::mobile {

class StandardsModel : public PinSigning {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("App.standards")
    Q_PROPERTY(QString query READ query WRITE setQuery NOTIFY changed)
    Q_PROPERTY(QString day READ day WRITE setDay NOTIFY changed)  // YYYY-MM-DD; what is no day is not taken
    Q_PROPERTY(plumb::mobile::RowModel* rows READ rows CONSTANT)
    Q_PROPERTY(int total READ total NOTIFY changed)
    Q_PROPERTY(int checklists READ checklists NOTIFY changed)
    Q_PROPERTY(QString asOf READ asOf CONSTANT)            // the day on which the catalogue was true
    Q_PROPERTY(bool near READ isNear NOTIFY changed)       // nothing is so; what is shown is like it
    Q_PROPERTY(QString unread READ unread NOTIFY changed)  // why the standards can not be read; "": they can
    // The one that is looked at; "" while none is.
    Q_PROPERTY(QString name READ name NOTIFY changed)
    Q_PROPERTY(QString title READ title NOTIFY changed)
    Q_PROPERTY(QString otherTitle READ otherTitle NOTIFY changed)  // in the other language; may be empty
    Q_PROPERTY(QString status READ status NOTIFY changed)
    Q_PROPERTY(QString statusTone READ statusTone NOTIFY changed)
    Q_PROPERTY(QString statusText READ statusText NOTIFY changed)  // a sentence, on the day
    Q_PROPERTY(plumb::mobile::RowModel* facts READ facts CONSTANT)
    Q_PROPERTY(plumb::mobile::RowModel* successors READ successors CONSTANT)
    Q_PROPERTY(plumb::mobile::RowModel* citations READ citations CONSTANT)
    Q_PROPERTY(QString said READ said NOTIFY changed)  // by this person of the standard as a whole, with the answers
    // What she said of any of them, the newest first.
    Q_PROPERTY(plumb::mobile::RowModel* own READ own CONSTANT)
    Q_PROPERTY(int ownCount READ ownCount NOTIFY changed)
    Q_PROPERTY(int answeredCount READ answeredCount NOTIFY changed)

  public:
    // `store` outlives this.
    StandardsModel(StoreThread& store, QObject* parent);

    [[nodiscard]] QString query() const { return m_query; }
    void setQuery(const QString& query);
    [[nodiscard]] QString day() const;
    void setDay(const QString& day);
    [[nodiscard]] RowModel* rows() { return &m_rows; }
    [[nodiscard]] int total() const { return m_shelf ? static_cast<int>(m_shelf->standards.size()) : 0; }
    [[nodiscard]] int checklists() const { return m_shelf ? static_cast<int>(m_shelf->checklists) : 0; }
    [[nodiscard]] QString asOf() const;
    [[nodiscard]] bool isNear() const { return m_near; }
    [[nodiscard]] QString unread() const { return m_unread; }
    [[nodiscard]] QString name() const { return m_name; }
    [[nodiscard]] QString title() const;
    [[nodiscard]] QString otherTitle() const;
    [[nodiscard]] QString status() const;
    [[nodiscard]] QString statusTone() const;
    [[nodiscard]] QString statusText() const;
    [[nodiscard]] RowModel* facts() { return &m_facts; }
    [[nodiscard]] RowModel* successors() { return &m_successors; }
    [[nodiscard]] RowModel* citations() { return &m_citations; }
    [[nodiscard]] QString said() const;
    [[nodiscard]] RowModel* own() { return &m_own; }
    [[nodiscard]] int ownCount() const { return m_shelf ? static_cast<int>(m_shelf->own.size()) : 0; }
    [[nodiscard]] int answeredCount() const;

    // Reads what is held; today is the day, as long as nobody chose one.
    Q_INVOKABLE void refresh();
    // One of the list, by its name.
    Q_INVOKABLE void open(const QString& name);
    // The one that a checklist cites, on the day; `site`: of the check from which it is looked up.
    Q_INVOKABLE void showCited(const QString& ref, const QString& site = {});
    // `citation`: the number of a row of `citations`, or -1 for the standard as a whole.
    Q_INVOKABLE void sign(const QString& pin, const QString& text, int citation);
    void forget();

  signals:
    void changed();

  private:
    void show();
    void showOne();
    void showOwn();
    // Of one clause of a standard; "": of the whole.
    [[nodiscard]] QString saidOf(const std::string& standard, const std::string& clause) const;
    [[nodiscard]] const ShelvedStandard* one() const;

    std::shared_ptr<const Shelf> m_shelf;
    std::optional<Day> m_day;  // none: today
    QString m_query, m_unread, m_name, m_wanted, m_site;
    bool m_near = false;
    Rows<StandardFoundRow> m_rows{this}, m_successors{this};
    Rows<NamedValueRow> m_facts{this};
    Rows<CitationRow> m_citations{this};
    Rows<OwnFeedbackRow> m_own{this};
};

}  // namespace plumb::mobile
