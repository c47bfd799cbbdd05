// What the parts of the XLSForm reader share while one form is read; read_xlsform.h is the room's door to it. The
// parts: read_xlsform.cpp (the whole, settings), _survey (rows → nodes and controls), _bind (their expressions),
// _choices (lists), _texts (languages).
#pragma once

#include <memory>
#include <optional>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

#include "shared/form/xform/attached_instance.h"
#include "shared/form/xlsform/read_xlsform.h"
#include "shared/form/xlsform/xlsform_references.h"
#include "shared/form/xlsform/xlsform_table.h"
#include "shared/form/xlsform/xlsform_types.h"

namespace plumb::form {

class XlsformReader {
  public:
    XlsformReader(const Workbook& workbook, const AttachedFiles& files, XlsformExtra* extra, XlsformCells cells,
                  std::string fallbackId);
    ReadForm read();

  private:
    using Row = XlsformRow;
    // A row of survey that became a node.
    struct Question {
        const Row* row = nullptr;
        TypeCell type;
        const XlsformType* known = nullptr;
        std::uint32_t def = kNone, control = kNone;
        std::uint32_t countNode = kNone;  // of a repeat: where the number of them is calculated
        std::map<std::string, std::string> parameters;
    };
    struct Open {
        std::uint32_t def = kNone, control = kNone;
        const Row* row = nullptr;
        bool repeat = false;
        std::unordered_map<std::string, std::size_t> names;  // below it → row
    };
    struct ChoiceList {
        std::vector<ChoiceDef> choices;
        bool usesItext = false;
        std::map<std::string, std::size_t> withSpace;  // choices whose name has a space in it → their row
    };

    // --- read_xlsform.cpp ---
    void findSheets();
    void doubtfulColumns(const XlsformTable& table);
    void ownColumns(const XlsformTable& table);
    void settings();
    void meta();
    void finishForm();
    void problem(const Origin& where, std::string sentence, std::string suggestion = {});
    void unsupported(const Origin& where, const std::string& sentence);
    XlsformReferences::Complain complain(const Origin& where, std::string_view text);
    FormulaId formula(const Row& row, std::string_view column, std::string_view source, std::uint32_t context,
                      bool inPredicate = false);

    // --- read_xlsform_survey.cpp ---
    void survey();
    void row(const Row& row);
    void question(const Row& row, const TypeCell& type);
    void begin(const Row& row, bool repeat);
    std::uint32_t countNode(const Row& row, const std::string& repeat);
    void end(const Row& row, bool repeat);
    void external(const Row& row, const std::string& scheme);
    void other(const Row& row, const TypeCell& type, const std::string& name);
    std::string nameOf(const Row& row, const TypeCell& type);
    std::uint32_t node(const Row& row, const std::string& name, NodeKind kind);
    std::uint32_t control(ControlKind kind, std::uint32_t def, const Row& row);
    void keepExtra(const Row& row, std::uint32_t def);

    // --- read_xlsform_bind.cpp ---
    void bind(Question& question);
    void expressions(const Question& question);
    void initial(const Question& question);
    void triggers(const Question& question);
    void geopoint(const Question& question);
    void parameters(Question& question);
    void range(Question& question);
    void attributes(const Question& question);
    void notDone(const Question& question);

    // --- read_xlsform_choices.cpp ---
    void choices();
    void choiceRow(const XlsformTable& table, const Row& row, std::map<std::string, std::set<std::string>>& names);
    void instances();
    void externalChoices();
    void choose(Question& question);
    void chooseList(const Question& question, Control& control);
    void chooseFile(const Question& question, Control& control);
    // The columns that a list, or pulldata() in an expression, takes from an attached file must be there.
    void checkColumns(const Question& question, const Itemset& set, const std::string& file);
    void checkPulldata(const Origin& where, std::string_view source);
    const std::vector<std::string>* columnsOf(const std::string& file);
    void needColumn(const Origin& where, const std::string& file, const std::string& column,
                    const std::string& otherwise = {});
    void chooseFromRepeat(const Question& question, Control& control);
    Itemset itemset(const Question& question, const std::string& nodes);
    ChoiceDef otherChoice();
    void refuseSpaces(const Question& question);

    // --- read_xlsform_texts.cpp ---
    void languages();
    void addLanguage(const std::string& language);
    // A text of these columns: form → column.
    struct Part {
        std::string form, column, prefix;
    };
    TextId text(const XlsformTable& table, const Row& row, const std::vector<Part>& parts, std::uint32_t context);
    TextPieces pieces(const std::string& words, std::uint32_t context, const Origin& where);
    static const std::vector<Part>& labelParts();

    const Workbook& m_workbook;
    bool m_exact;
    std::string m_fallbackId;
    XlsformExtra m_ownExtra;
    XlsformExtra& m_extra;
    ReadForm m_result;
    std::shared_ptr<Definition> m_definition;
    XlsformReferences m_references;
    XlsformTable m_survey, m_choices, m_settings;
    const Row* m_settingsRow = nullptr;
    Row m_noSettings;
    std::vector<Open> m_open;
    std::vector<Question> m_questions;
    std::map<std::string, ChoiceList> m_lists;
    std::vector<std::string> m_listNames;  // in their order
    std::map<std::string, std::vector<std::string>>
        m_columns;                      // of attached CSV files that were asked for; blank: none
    std::set<std::string> m_withOther;  // lists that some question adds "other" to
    std::string m_plainLanguage;        // whose texts stand in columns without a language
};

}  // namespace plumb::form
