// The button of the rich text editor that links a word to its meaning.
(() => {
    const { draftail, React } = window;

    class TermSource extends draftail.ModalWorkflowSource {
        getChooserConfig() {
            return {
                url: this.props.entityType.chooserUrls.termChooser,
                urlParams: {},
                onload: window.CHOOSER_MODAL_ONLOAD_HANDLERS,
                responses: {
                    // With no word marked, the term itself is put in.
                    chosen: (term) => this.onChosen({ ...term, title: term.string }),
                },
            };
        }

        filterEntityData(term) {
            return { id: term.id, term: term.string };
        }
    }

    function Term(props) {
        const { term } = props.contentState.getEntity(props.entityKey).getData();
        return React.createElement(draftail.TooltipEntity, {
            ...props,
            icon: "#icon-help",
            label: term || "?",
            url: null,
        });
    }

    draftail.registerPlugin(
        { type: "SPINE-GLOSSARY", source: TermSource, decorator: Term },
        "entityTypes",
    );
})();
