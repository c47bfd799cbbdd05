// The papers of one record: which, in which language, headed by which office; what it looks like; printing and saving
// it. UI thread; made on a thread of its own, drawn on the pool (paper_pages.h).
#pragma once

#include <qqmlregistration.h>
#include <QObject>
#include <QStringList>
#include <QThreadPool>
#include <atomic>

#include "mobile/papers/make_paper.h"
#include "mobile/papers/paper_pages.h"
#include "mobile/papers/printers.h"
#include "mobile/store/store_thread.h"
#include "mobile/ui/sentence.h"

namespace plumb::mobile {

class PapersModel : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("App.papers")
    Q_PROPERTY(QStringList titles READ titles NOTIFY changed)  // of what there is to choose; the first one binds all
    Q_PROPERTY(int chosen READ chosen NOTIFY changed)
    Q_PROPERTY(bool english READ english NOTIFY changed)
    Q_PROPERTY(QString office READ office NOTIFY changed)
    Q_PROPERTY(bool draft READ draft NOTIFY changed)  // nobody has signed what is shown
    Q_PROPERTY(bool making READ making NOTIFY changed)
    Q_PROPERTY(QString problem READ problem NOTIFY changed)
    Q_PROPERTY(QString title READ title NOTIFY changed)
    Q_PROPERTY(QString measure READ measure NOTIFY changed)  // "3 页 · 48 kB"
    Q_PROPERTY(QString unknown READ unknown NOTIFY changed)  // characters that no font here has; "" where all stand
    Q_PROPERTY(QString issued READ issued NOTIFY changed)  // that it was issued before, and whether this is that paper
    Q_PROPERTY(bool newer READ newer NOTIFY changed)       // it was, and this is another
    // It could be issued: one paper of a signed record, and not what was issued already.
    Q_PROPERTY(bool issuable READ issuable NOTIFY changed)
    Q_PROPERTY(int pages READ pages NOTIFY changed)
    Q_PROPERTY(QString source READ source NOTIFY changed)  // of its pages: with "/0" behind it, the first one's
    Q_PROPERTY(QStringList printers READ printers NOTIFY printersChanged)
    Q_PROPERTY(bool printing READ printing NOTIFY printersChanged)

  public:
    // `store` outlives this.
    PapersModel(StoreThread& store, std::shared_ptr<ShownPaper> shown, QObject* parent);
    ~PapersModel() override;

    [[nodiscard]] QStringList titles() const;
    [[nodiscard]] int chosen() const { return m_chosen; }
    [[nodiscard]] bool english() const { return m_english; }
    [[nodiscard]] const QString& office() const { return m_office; }
    [[nodiscard]] bool draft() const { return m_draft; }
    [[nodiscard]] bool making() const { return m_making; }
    [[nodiscard]] QString problem() const { return m_problem.text(); }
    [[nodiscard]] QString title() const;
    [[nodiscard]] QString measure() const;
    [[nodiscard]] QString unknown() const;
    [[nodiscard]] QString issued() const;
    [[nodiscard]] bool newer() const { return m_paper.as == papers::PrintedPaper::As::newer; }
    [[nodiscard]] int pages() const { return m_paper.pages; }
    [[nodiscard]] const QString& source() const { return m_source; }
    [[nodiscard]] const QStringList& printers() const { return m_printerNames; }
    [[nodiscard]] bool printing() const { return m_printing; }

    [[nodiscard]] bool issuable() const;
    [[nodiscard]] std::string record() const;
    // As layouts name it; "" where all are bound as one.
    [[nodiscard]] std::string chosenPaper() const;
    // What is shown may have been issued meanwhile.
    void makeAgain();

    Q_INVOKABLE void show(const QString& record);
    // How a draft of an inspection would look on paper; it can be looked at and saved, with a watermark across it.
    Q_INVOKABLE void showDraft(const QString& draft);
    Q_INVOKABLE void choose(int paper);
    Q_INVOKABLE void speak(bool english);
    Q_INVOKABLE void headBy(const QString& office);
    Q_INVOKABLE void save(const QString& folder);
    Q_INVOKABLE void print(const QString& printer);
    // What was shown goes from memory.
    Q_INVOKABLE void forget();

  signals:
    void changed();
    void printersChanged();
    void saved(const QString& path);
    void printed(const QString& printer);
    void failed(const QString& sentence);
    // Each of the three, as a sentence.
    void told(const QString& sentence);

  private:
    void begin(const QString& of, bool draft);
    void make();
    void made(int asked, Result<MadePaper> paper);
    void take(MadePaper paper);

    StoreThread& m_store;
    std::shared_ptr<ShownPaper> m_shown;
    Printers m_finder;
    QString m_record, m_office, m_source;
    Sentence m_problem;
    std::vector<std::string> m_papers;  // as layouts name them
    int m_chosen = 0;
    std::atomic<int> m_asked = 0;  // papers so far: only the last one is made, and its answer taken
    bool m_english = false, m_draft = false, m_making = false, m_printing = false;
    MadePaper m_paper;
    QStringList m_printerNames;
    QThreadPool m_room;  // of one thread, where papers are made
};

}  // namespace plumb::mobile
