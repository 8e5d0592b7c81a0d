export { api, keepCsrfToken, uploadForm } from './api.ts';
export { Actions, Button, type ButtonKind, ButtonLink, type ButtonProps, DownloadLink } from './button.tsx';
export { ChartFigure, type ChartFigureProps, SvgPicture } from './chart-figure.tsx';
export { CheckField, CheckGroup, RadioCards, type RadioCardsProps, SegmentedField } from './choice-field.tsx';
export { type Column, DataTable, type DataTableProps } from './data-table.tsx';
export { type Done, DoneProvider, UndoBar, useDone } from './done.tsx';
export { describedBy, Field, FieldError, type FieldIds, type FieldTexts } from './field.tsx';
export { asName, type Format, formatFor, insideSentence, useFormat } from './format.ts';
export { CodeBlock, Computation, type ComputationProps, CopyButton, HowComputed } from './how-computed.tsx';
export { Icon, type IconName, Mark } from './icons.tsx';
export { LanguageProvider, otherLanguage, useLanguage, useMessages, useText } from './language.tsx';
export { addressIn, Link, type LinkProps, type Search, useNavigate, useParam, usePath, useSearch } from './link.tsx';
export { Loaded } from './loaded.tsx';
export { ErrorSummary, Message, type MessageKind, ProblemMessage, problemOf } from './message.tsx';
export { defineMessages, type Messages, type MessageTree, type Translated } from './messages.ts';
export { type Crumb, Page, type PageProps, useDocumentTitle, useFocusedHeading } from './page.tsx';
export { Brand, Footer, LanguageSwitch, PageShell, type PageShellProps, SkipLink } from './page-shell.tsx';
export { SelectField, type SelectFieldProps, type SelectOption } from './select-field.tsx';
export {
  type Beginning,
  type HomeCard,
  type HomeContribution,
  lazyPage,
  type NextStep,
  type Slice,
  type SlicePage,
  SlicesProvider,
  type Station,
  type StationNotice,
  useSlices,
} from './slice.ts';
export {
  Card,
  Disclosure,
  Empty,
  Facts,
  Grid,
  Progress,
  Section,
  Skeleton,
  type Span,
  Steps,
  Tag,
  type TagKind,
} from './surfaces.tsx';
export { TextField, type TextFieldProps } from './text-field.tsx';
export { applyTheme, keptTheme, type Theme, themes } from './theme.ts';
export { Withheld } from './withheld.tsx';
