import { splitName } from '../../../../nodes/Harver/invite/personName';

describe('the name of a candidate is split for Harver', () => {
	it.each([
		['Ada Example', 'Ada', 'Example'],
		['  Ada   Example ', 'Ada', 'Example'],
		['Ada Maria Example', 'Ada Maria', 'Example'],
		['Madonna', 'Madonna', '-'],
		['Vincent van Gogh', 'Vincent', 'van Gogh'],
		['Anna van der Berg', 'Anna', 'van der Berg'],
		['Maria de la Cruz', 'Maria', 'de la Cruz'],
		['Otto von Beispiel', 'Otto', 'von Beispiel'],
		['Van Morrison', 'Van', 'Morrison'],
		['Sammy Davis Jr.', 'Sammy', 'Davis Jr.'],
		['Sammy Davis, Jr.', 'Sammy', 'Davis Jr.'],
		['John Smith III', 'John', 'Smith III'],
		['Example, Ada', 'Ada', 'Example'],
		['van Gogh, Vincent', 'Vincent', 'van Gogh'],
		['Dr. Ada Example', 'Ada', 'Example'],
		['Jean-Luc Example', 'Jean-Luc', 'Example'],
		["Sinéad O'Connor", 'Sinéad', "O'Connor"],
		['Мария Иванова', 'Мария', 'Иванова'],
		['محمد علي', 'محمد', 'علي'],
		['山田 太郎', '太郎', '山田'],
		['山田太郎', '太郎', '山田'],
		['王小明', '小明', '王'],
		['歐陽娜', '娜', '歐陽'],
		['김민수', '민수', '김'],
		['김 민수', '민수', '김'],
		['マドンナ', 'マドンナ', '-'],
		['Jane Doe, CPA', 'Jane', 'Doe'],
		['Jane van der Doe, SHRM-CP, PMP®', 'Jane', 'van der Doe'],
		['John Smith, PhD, MBA', 'John', 'Smith PhD MBA'],
		['John Smith Jr., CPA', 'John', 'Smith Jr.'],
		['García Márquez, Gabriel', 'Gabriel', 'García Márquez'],
		['DOE, JANE', 'JANE', 'DOE'],
		['VAN DOE, JANE', 'JANE', 'VAN DOE'],
		['García Márquez, J.', 'J.', 'García Márquez'],
		['Alex Kim (she/her)', 'Alex', 'Kim'],
		['Robert (Bob) Smith', 'Robert (Bob)', 'Smith'],
		['Alex Kim [they/them]', 'Alex', 'Kim'],
		['Ada Example 🚀', 'Ada', 'Example'],
		['\u200bAda Example\u200e', 'Ada', 'Example'],
		['(Ada)', '(Ada)', '-'],
	])('%s', (fullName, firstName, lastName) => {
		expect(splitName(fullName)).toEqual({ firstName, lastName });
	});

	it.each(['', '   ', '-', '???'])('"%s" is no name', (fullName) => {
		expect(splitName(fullName)).toBeUndefined();
	});
});
