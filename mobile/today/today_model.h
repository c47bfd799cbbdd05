// Today: drafts, what needs somebody, the log's word. UI thread.
#pragma once

#include <qqmlregistration.h>
#include <QObject>
#include <memory>

#include "mobile/store/store_thread.h"
#include "mobile/today/today_info.h"
#include "mobile/ui/rows.h"
#include "mobile/ui/sentence.h"

namespace plumb::mobile {

class TodayModel : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("App.today")
    Q_PROPERTY(plumb::mobile::RowModel* drafts READ drafts CONSTANT)
    Q_PROPERTY(plumb::mobile::RowModel* attention READ attention CONSTANT)
    Q_PROPERTY(plumb::mobile::RowModel* recent READ recent CONSTANT)
    Q_PROPERTY(bool watched MEMBER m_watched WRITE watch NOTIFY changed)
    Q_PROPERTY(QString date READ date NOTIFY changed)
    Q_PROPERTY(int waiting READ waiting NOTIFY changed)
    Q_PROPERTY(int records READ records NOTIFY changed)
    Q_PROPERTY(QString checkpoint READ checkpoint NOTIFY changed)
    Q_PROPERTY(bool proved READ proved NOTIFY changed)
    Q_PROPERTY(bool ready READ ready NOTIFY changed)
    Q_PROPERTY(
        bool wasRead READ wasRead NOTIFY changed)       // before that nothing is known, not even that nothing is there
    Q_PROPERTY(bool empty READ isEmpty NOTIFY changed)  // read, and there is nothing to show
    Q_PROPERTY(int siteCount READ siteCount NOTIFY changed)
    Q_PROPERTY(int checklistCount READ checklistCount NOTIFY changed)
    Q_PROPERTY(QString problem READ problem NOTIFY changed)

  public:
    // `store` outlives this.
    TodayModel(StoreThread& store, QObject* parent);

    // Read again when the store changes only while somebody looks at it: the vault thread has answers to write.
    void watch(bool watched);
    void refreshIfWatched();

    [[nodiscard]] RowModel* drafts() { return &m_drafts; }
    [[nodiscard]] RowModel* attention() { return &m_attention; }
    [[nodiscard]] RowModel* recent() { return &m_recent; }
    [[nodiscard]] QString date() const;
    [[nodiscard]] int waiting() const { return m_fact.waitingRecords; }
    [[nodiscard]] int records() const { return m_fact.records; }
    [[nodiscard]] QString checkpoint() const;
    [[nodiscard]] bool proved() const {
        return m_fact.records > 0 && m_fact.waitingRecords == 0 && m_fact.refused.empty();
    }
    [[nodiscard]] bool ready() const { return m_fact.sites > 0 && m_fact.checklists > 0; }
    [[nodiscard]] bool wasRead() const { return m_wasRead; }
    [[nodiscard]] bool isEmpty() const;
    [[nodiscard]] int siteCount() const { return m_fact.sites; }
    [[nodiscard]] int checklistCount() const { return m_fact.checklists; }
    [[nodiscard]] QString problem() const { return m_problem.text(); }
    Q_INVOKABLE void refresh();
    // What one person was shown is none of the next one's.
    void forget();

  signals:
    void changed();

  private:
    void show();

    StoreThread& m_store;
    bool m_watched = true, m_wasRead = false;
    int m_asked = 0;  // answers to what was asked before forget() are nobody's
    std::shared_ptr<DraftFacts> m_draftFacts = std::make_shared<DraftFacts>();  // used on the vault thread alone
    TodayInfo m_fact;
    Rows<CardRow> m_drafts{this}, m_attention{this}, m_recent{this};
    Sentence m_problem;
};

}  // namespace plumb::mobile
