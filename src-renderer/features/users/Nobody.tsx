import { words } from '../../app/words.ts';
import { Quiet } from '../../components/Quiet.tsx';
import { isFiltered, type ListState, withoutFilters } from './list-state.ts';

interface NobodyProps {
  readonly state: ListState;
  readonly onShow: (state: ListState) => void;
}

/** Says why a list is empty, and offers one that is not. */
export function Nobody({ state, onShow }: NobodyProps) {
  const { noMatch, empty } = words.users;
  const filters = words.views.noMatch;
  const onlySearched = state.search !== '' && !isFiltered({ ...state, search: '' });
  if (isFiltered(state)) {
    return (
      <Quiet
        title={onlySearched ? noMatch.title(state.search) : filters.title}
        text={onlySearched ? noMatch.text : filters.text}
        action={{ label: noMatch.clear, onClick: () => onShow(withoutFilters(state)) }}
      />
    );
  }
  const [group, ...groups] = state.mail;
  return (
    <Quiet
      title={group && groups.length === 0 ? empty.mail[group] : empty.views[state.tab]}
      text={empty.viewText}
      action={{ label: empty.showAll, onClick: () => onShow({ ...state, tab: 'all', mail: [] }) }}
    />
  );
}
